"""A load of many hands at one desk, which remembers what was acknowledged and what was left unanswered."""

import dataclasses
import random
import threading
import uuid

from support import people
from support.client import Answer, Broken, Client
from support.desk import RECEPTION, Desk


@dataclasses.dataclass
class Write:
    """One write and, when it came, its answer."""

    path: str
    body: dict
    key: str = dataclasses.field(default_factory=lambda: str(uuid.uuid4()))
    answer: bytes | None = None


class Hand:
    """One receptionist's hand: registers, moves visits on, keeps a draft. Goes on until the desk dies."""

    def __init__(self, client: Client, chance: random.Random):
        self.client = client
        self.chance = chance
        self.draft = str(uuid.uuid4())
        self.draft_saved = self.draft_sent = 0
        self.patients: list[str] = []
        self.open_visits: list[dict] = []
        self.visits: list[str] = []
        self.answered: list[Write] = []
        self.unanswered: Write | None = None
        self.refused: list[Answer] = []

    def work(self) -> None:
        try:
            while True:
                self.step()
        except Broken:
            self.client.close()

    def step(self) -> None:
        dice = self.chance.random()
        if dice < 0.15:
            self.save_draft()
        elif dice < 0.45 and self.open_visits:
            visit = self.open_visits[0]
            path = f"/api/v1/visits/{visit['id']}/departure"
            if self.write(Write(path, {"version": visit["version"]})):
                self.open_visits.pop(0)
        else:
            self.write(Write("/api/v1/patients", people.walk_in(self.chance)))

    def save_draft(self) -> None:
        self.draft_sent += 1
        body = {"form": "walk-in", "subject": None, "content": {"surname": f"Д{self.draft_sent}"}}
        if self.client.put(f"/api/v1/drafts/{self.draft}", body).status == 200:
            self.draft_saved = self.draft_sent

    def write(self, write: Write) -> bool:
        """Sends it; what stays unanswered is kept for a retry. Answers whether the desk said yes."""
        self.unanswered = write
        answer = self.client.post(write.path, write.body, key=write.key)
        self.unanswered = None
        if answer.status not in (200, 201):
            self.refused.append(answer)
            return False
        write.answer = answer.body
        self.answered.append(write)
        if write.path == "/api/v1/patients":
            made = answer.json
            self.patients.append(made["patient"]["id"])
            self.visits.append(made["visit"]["id"])
            self.open_visits.append(made["visit"])
        return True

    def retry(self) -> None:
        """Asks again what the dead desk did not answer: the same key, so it is done once in all."""
        if (write := self.unanswered) is None:
            return
        if self.write(write) and write.path != "/api/v1/patients":
            self.open_visits = [visit for visit in self.open_visits if visit["id"] not in write.path]


class Load:
    """Several hands at once."""

    def __init__(self, desk: Desk, chance: random.Random, hands: int = 4):
        self.desk = desk
        self.hands = [Hand(desk.client(timeout=30), random.Random(chance.random())) for _ in range(hands)]
        self._threads: list[threading.Thread] = []

    def sign_in(self) -> None:
        """One sign-in for all hands, unless their session has outlived the fault."""
        first = self.hands[0].client
        if first.token is None or first.get("/api/v1/session").status != 200:
            first.sign_in(RECEPTION.login, RECEPTION.password).expect(201)
        for hand in self.hands[1:]:
            hand.client.cookies, hand.client.token = dict(first.cookies), first.token

    def begin(self) -> None:
        self._threads = [threading.Thread(target=hand.work) for hand in self.hands]
        for thread in self._threads:
            thread.start()

    def join(self) -> None:
        for thread in self._threads:
            thread.join(60)
            assert not thread.is_alive(), "a hand hangs although the desk is dead"

    def retry(self) -> None:
        for hand in self.hands:
            hand.retry()

    def patients(self) -> set[str]:
        return {key for hand in self.hands for key in hand.patients}

    def visits(self) -> set[str]:
        return {key for hand in self.hands for key in hand.visits}

    def acknowledged(self) -> int:
        return sum(len(hand.answered) for hand in self.hands)

    def refusals(self) -> list[Answer]:
        return [answer for hand in self.hands for answer in hand.refused]
