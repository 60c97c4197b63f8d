"""What must hold of a register after any fault. Each answers findings; none means good."""

import pathlib
import random
import shutil

from load import Load
from support.desk import Desk
from support.register import Register


def register_is_whole(register: Register, load: Load) -> list[str]:
    """Everything acknowledged is there, and nothing is there by half."""
    found = [f"lost patient {key}" for key in register.lost("patient", load.patients())]
    found += [f"lost visit {key}" for key in register.lost("visit", load.visits())]
    found += lost_drafts(register, load)
    return found + register.damage() + register.half_written() + register.promised()


def lost_drafts(register: Register, load: Load) -> list[str]:
    """A draft holds what was last acknowledged, or what was sent and not answered any more."""
    kept = dict(register.rows("SELECT id, content FROM draft"))
    found = []
    for hand in load.hands:
        text = kept.get(hand.draft, "")
        wanted = [f'"Д{number}"' for number in range(max(hand.draft_saved, 1), hand.draft_sent + 1)]
        if hand.draft_saved and not any(part in text for part in wanted):
            found.append(f"draft {hand.draft} says {text}, saved {hand.draft_saved}, sent {hand.draft_sent}")
    return found


def answers_repeat(load: Load, chance: random.Random, samples: int = 3) -> list[str]:
    """An acknowledged write that is asked again with its key gets its first answer, letter by letter."""
    found = []
    for hand in load.hands:
        for write in chance.sample(hand.answered, min(samples, len(hand.answered))):
            answer = hand.client.post(write.path, write.body, key=write.key)
            if answer.body != write.answer:
                found.append(
                    f"another answer to {write.path} {write.key}: {answer.status} {answer.body[:200]!r}"
                )
    return found


def copied_desk(desk: Desk, register: Register, folder: pathlib.Path) -> Desk:
    """A configuration over the copy, so that the program's own verification reads what the fault has left."""
    copy = Desk(folder, data=register.path.parent, binary=desk.binary)
    shutil.copytree(desk.data / "keys", copy.data / "keys")
    return copy
