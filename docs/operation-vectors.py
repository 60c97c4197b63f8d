#!/usr/bin/env python3
"""The example of docs/operation-format.md, computed without our Swift code. Prints what the tests expect."""
import hashlib
import json
import struct

DESK = bytes(range(0x10, 0x20))
OPERATOR = bytes(range(0x40, 0x50))


def sha(data):
    return hashlib.sha256(data).digest()


def header(lineage, seq, op_id, kind, schema, entity, base, made, hlc, operator, payload):
    out = struct.pack(">BIQ", 1, lineage, seq) + op_id + struct.pack(">H", len(kind)) + kind.encode()
    out += struct.pack(">H", schema) + entity
    out += b"\0" if base is None else b"\1" + struct.pack(">Q", base)
    return out + struct.pack(">QQ", made, hlc) + operator + sha(payload)


def link(lineage, seq, previous, head, payload):
    return sha(b"frontdesk-op-v1" + DESK + struct.pack(">IQ", lineage, seq) + previous + sha(head + payload))


first = json.dumps(
    {"surname": "Ёлкина", "name": "Анна", "note": "строка\n\"два\"\t\b\u0001", "card_number": 7, "below": -12,
     "phone": None, "visits": [1, 2], "patronymic_absent": True},
    ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
second = b"{}"
entity = bytes(range(0x30, 0x40))
head1 = header(1, 1, bytes(range(0x20, 0x30)), "patient_registered", 1, entity, None, 1795240980123,
               1795240980123 << 16, OPERATOR, first)
chain1 = link(1, 1, bytes(32), head1, first)
head2 = header(1, 2, bytes(range(0x50, 0x60)), "backup_made", 3, bytes(16), 41, 1795240980124,
               (1795240980123 << 16) + 1, bytes(16), second)
chain2 = link(1, 2, chain1, head2, second)
for name, value in [("payload1", first), ("header1", head1), ("chain1", chain1), ("payload2", second),
                    ("header2", head2), ("chain2", chain2)]:
    print(name, value.decode() if name.startswith("payload") else value.hex())
