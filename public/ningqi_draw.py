#!/usr/bin/env python3
"""Verifies a draw in the format ningqi-draw/1 (双随机抽取), without the system that made it.

Written from the description of the format (ningqi-draw-1.md); needs Python 3.8 or later and nothing else.

    python3 ningqi_draw.py verify record.json result.json [--pool-hash HEX] [--result-hash HEX]
        checks every step; prints one line each; ends with 1 where anything is wrong
    python3 ningqi_draw.py draw record.json SEED [record.json SEED ...]
        prints the outcomes that a seed makes of a frozen record, or why there are none; a line each
    python3 ningqi_draw.py commit --pool-hash HEX --party CODE [--reveal HEX]
        makes 32 random bytes (or takes them) and the commitment to them: hand in the commitment, keep the rest secret
    python3 ningqi_draw.py selftest
        checks the test vectors below
"""

import argparse
import hashlib
import hmac
import itertools
import json
import re
import secrets
import sys
from collections import defaultdict, deque

FORMAT = "ningqi-draw/1"

# The same inputs and answers stand in the project's own tests.
VECTORS = r"""
{
 "poolHash": "27cac5503836765cd10751d27ab4a6e17d7a80d4c948430a5a81513973f9b51e",
 "party": "431103-amr",
 "reveal": "419a636ccc2aa55c7347c79971a738c3103b34254bd79c1a3d767df62a788b85",
 "commitment": "21b9286dd60d1b4d48465d70a05fd9891d0c5efa2a54dfe2d02dda03e57044e8",
 "number": "3519082",
 "seed": "e46b7bde26cb0e32e3c71ff6a1cb0dd00a1bb08aa46d28491403e08990d74350",
 "target": "91431103MA4L000007",
 "officer": "DEMO-431103-U0001",
 "ticket": "80eab175025917b678097c4434c35c2cffaf23478bea796ad0013cd32db2df47",
 "rank": "e880e14022d294f61c8880218b52a4ee4b7d530d80500c1c8628aafa64cf7d36",
 "value": {
  "1": [
   null,
   true,
   -5
  ],
  "\u20ac": "\u51b7\u6c34\u6ee9\n\"",
  "\ud83d\ude00": {},
  "\ufb33": ""
 },
 "canonical": "{\"1\":[null,true,-5],\"\u20ac\":\"\u51b7\u6c34\u6ee9\\n\\\"\",\"\ud83d\ude00\":{},\"\ufb33\":\"\"}",
 "splits": [
  [
   [
    [
     "A",
     10
    ],
    [
     "B",
     5
    ],
    [
     "C",
     1
    ]
   ],
   4
  ],
  [
   [
    [
     "",
     7
    ]
   ],
   3
  ],
  [
   [
    [
     "A",
     1
    ],
    [
     "B",
     1
    ],
    [
     "C",
     1
    ]
   ],
   2
  ],
  [
   [
    [
     "A",
     3
    ],
    [
     "B",
     3
    ]
   ],
   3
  ]
 ],
 "samples": [
  {
   "A": 2,
   "B": 1,
   "C": 1
  },
  {
   "": 3
  },
  {
   "A": 1,
   "B": 1,
   "C": 0
  },
  {
   "A": 2,
   "B": 1
  }
 ]
}
"""


class Fault(Exception):
    """What is wrong, in words."""


# ---- bytes ----


def sha256(data):
    return hashlib.sha256(data).digest()


def text_order(text):
    """Order of text: by UTF-16 code units."""
    return text.encode("utf-16-be", "surrogatepass")


def canonical(value):
    """RFC 8785 for the values of this format."""
    if value is None or value is True or value is False:
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, dict):
        names = sorted(value, key=text_order)
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    raise Fault("%s is neither text, a whole number, true, false nor null" % type(value).__name__)


def commitment_of(pool_hash, party, reveal):
    return sha256(b"ningqi-commit/1\0" + pool_hash + party.encode() + b"\0" + reveal)


def seed_of(pool_hash, reveals, number):
    return sha256(b"ningqi-seed/1\0" + pool_hash + b"".join(reveals) + (number or "").encode())


def ticket_of(seed, ident, j):
    message = b"ningqi-target/1\0" + ident.encode() + b"\0" + str(j).encode()
    return hmac.new(seed, message, hashlib.sha256).digest()


def rank_of(seed, target, officer):
    message = b"ningqi-officer/1\0" + target.encode() + b"\0" + officer.encode()
    return hmac.new(seed, message, hashlib.sha256).digest()


# ---- reading ----

HEX = re.compile(r"[0-9a-f]{64}\Z")
CODE = re.compile(r"[\x21-\x7e]{1,100}\Z")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def is_text(value, least=1):
    return isinstance(value, str) and len(value) >= least and not CONTROL.search(value)


def is_code(value):
    return isinstance(value, str) and bool(CODE.match(value))


def is_hash(value):
    return isinstance(value, str) and bool(HEX.match(value))


def is_day(value):
    return isinstance(value, str) and bool(re.match(r"\d{4}-\d{2}-\d{2}\Z", value, re.ASCII))


def is_whole(least, most):
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def is_one_of(*words):
    return lambda value: isinstance(value, str) and value in words


def or_null(check):
    return lambda value: value is None or check(value)


def is_list(check, least=0):
    return lambda value: isinstance(value, list) and len(value) >= least and all(map(check, value))


def is_object(**checks):
    def check(value):
        if not isinstance(value, dict) or set(value) != set(checks):
            return False
        return all(checks[name](value[name]) for name in checks)

    return check


HOURS = is_whole(0, 10000)
PLACE = is_whole(0, 10000)
MANY = 10000000

FROZEN = dict(
    format=is_one_of(FORMAT),
    district=lambda value: isinstance(value, str) and bool(re.match(r"\d{6}\Z", value, re.ASCII)),
    draw=is_text,
    previous=or_null(is_text),
    policy=is_text,
    entries=is_list(
        is_object(
            entry=is_text,
            planVersion=is_whole(1, 1000000),
            fromDay=is_day,
            toDay=is_day,
            agencies=is_list(is_object(agency=is_code, groups=is_list(is_text)), 1),
            strata=is_list(is_object(stratum=lambda value: is_text(value, 0), size=is_whole(1, MANY), sample=is_whole(0, MANY)), 1),
            officers=is_whole(1, 30),
        ),
        1,
    ),
    parties=is_list(is_code, 2),
    hours=is_object(objection=HOURS, commit=HOURS, reveal=HOURS),
    publicNumber=or_null(is_object(lottery=is_text, issue=is_text, at=is_text)),
    targetsPerOfficer=is_whole(1, MANY),
    subjects=is_list(
        is_object(id=is_code, weight=is_whole(1, 16), stratum=lambda value: is_text(value, 0), entries=is_list(PLACE, 1))
    ),
    excluded=is_list(
        is_object(
            entry=PLACE,
            id=is_code,
            reason=is_one_of("cancelled", "suspended", "capReached", "undisturbed", "alreadyDrawn", "matterDone"),
        )
    ),
    inspectors=is_list(
        is_object(id=is_code, agency=is_code, groups=is_list(is_text), recused=is_list(is_code), visitedLast=is_list(is_code))
    ),
    inspectorsExcluded=is_list(is_object(id=is_code, reason=is_one_of("expires", "approves", "outOfRange", "left"))),
)

RESULT = dict(
    format=is_one_of(FORMAT),
    poolHash=is_hash,
    rounds=is_list(
        is_object(
            no=is_whole(1, 10000),
            parties=is_list(
                is_object(
                    party=is_code,
                    commitment=or_null(is_hash),
                    reveal=or_null(is_hash),
                    withheld=lambda value: isinstance(value, bool),
                ),
                1,
            ),
        ),
        1,
    ),
    number=or_null(lambda value: isinstance(value, str) and bool(re.match(r"[0-9]{1,100}\Z", value))),
    seed=is_hash,
    outcomes=is_list(
        is_object(
            entry=is_text,
            targets=is_list(is_object(id=is_code, key=is_hash, officers=is_list(is_code, 1))),
            reserves=is_list(is_object(id=is_code, key=is_hash)),
        ),
        1,
    ),
)


def read(data, shape, what):
    """Reads bytes as canonical JSON with exactly the members of a shape."""
    try:
        text = data.decode("utf-8")
        value = json.loads(text, parse_constant=lambda word: None)
    except (ValueError, RecursionError) as error:
        raise Fault("%s is no JSON text: %s" % (what, error))
    if not isinstance(value, dict) or set(value) != set(shape):
        raise Fault("%s has not the members that the format asks for" % what)
    for name, check in shape.items():
        if not check(value[name]):
            raise Fault("%s: %s is not as the format asks for" % (what, name))
    if canonical(value) != text:
        raise Fault("%s is not canonical JSON" % what)
    return value


def need(condition, words):
    if not condition:
        raise Fault(words)


def is_sorted(items, key, strictly=True):
    keys = [key(item) for item in items]
    pairs = list(zip(keys, keys[1:]))
    return all(a < b for a, b in pairs) if strictly else all(a <= b for a, b in pairs)


def is_set(texts):
    return is_sorted(texts, text_order)


def split_sample(sizes, k):
    n = sum(sizes.values())
    names = sorted(sizes, key=text_order)
    share = {s: max(1, (2 * k * sizes[s] + n) // (2 * n)) for s in names}
    while sum(share.values()) > k:
        rich = [s for s in names if share[s] > 1] or [s for s in names if share[s] > 0]
        most = max(share[s] * n - k * sizes[s] for s in rich)
        share[[s for s in rich if share[s] * n - k * sizes[s] == most][-1]] -= 1
    while sum(share.values()) < k:
        poor = [s for s in names if share[s] < sizes[s]]
        most = max(k * sizes[s] - share[s] * n for s in poor)
        share[[s for s in poor if k * sizes[s] - share[s] * n == most][0]] += 1
    return share


def check_frozen(f):
    """Sorting, repetitions, and whether the sizes and samples agree with the candidates."""
    entries = f["entries"]
    need(is_sorted(entries, lambda e: text_order(e["entry"])), "entries are not sorted")
    need(len(set(f["parties"])) == len(f["parties"]), "a party stands there twice")
    need(is_sorted(f["subjects"], lambda s: s["id"]), "subjects are not sorted, or one stands there twice")
    need(is_sorted(f["inspectors"], lambda o: o["id"]), "inspectors are not sorted, or one stands there twice")
    need(is_sorted(f["excluded"], lambda x: (x["entry"], x["id"], x["reason"]), False), "excluded is not sorted")
    need(is_sorted(f["inspectorsExcluded"], lambda x: (x["id"], x["reason"]), False), "inspectorsExcluded is not sorted")
    need(all(x["entry"] < len(entries) for x in f["excluded"]), "an exclusion names no entry")
    for o in f["inspectors"]:
        need(is_set(o["groups"]) and is_set(o["recused"]) and is_set(o["visitedLast"]), "a list of %s is not sorted" % o["id"])
    sizes = [defaultdict(int) for _ in entries]
    for s in f["subjects"]:
        need(is_sorted(s["entries"], lambda place: place), "the entries of %s are not sorted" % s["id"])
        need(s["entries"][-1] < len(entries), "%s names no entry" % s["id"])
        for place in s["entries"]:
            sizes[place][s["stratum"]] += 1
    for place, e in enumerate(entries):
        check_entry(e, dict(sizes[place]))


def check_entry(e, sizes):
    name = e["entry"]
    need(is_set([a["agency"] for a in e["agencies"][1:]]), "agencies of %s are not sorted" % name)
    need(len({a["agency"] for a in e["agencies"]}) == len(e["agencies"]), "an agency of %s stands there twice" % name)
    need(all(is_set(a["groups"]) for a in e["agencies"]), "groups of %s are not sorted" % name)
    need(e["officers"] >= len(e["agencies"]), "%s has fewer officers than agencies" % name)
    need(sum(max(1, len(a["groups"])) for a in e["agencies"]) <= 30, "%s needs more than 30 groups" % name)
    need(is_set([s["stratum"] for s in e["strata"]]), "strata of %s are not sorted" % name)
    need({s["stratum"]: s["size"] for s in e["strata"]} == sizes, "strata of %s do not agree with the candidates" % name)
    k = sum(s["sample"] for s in e["strata"])
    need(1 <= k <= sum(sizes.values()), "the sample of %s is not within its candidates" % name)
    need({s["stratum"]: s["sample"] for s in e["strata"]} == split_sample(sizes, k), "the sample of %s is divided wrongly" % name)


def check_rounds(f, rounds):
    expected = f["parties"]
    for index, round_ in enumerate(rounds):
        no, parties = round_["no"], round_["parties"]
        need(no == index + 1, "rounds are not numbered 1, 2, ...")
        need([p["party"] for p in parties] == expected and len(parties) >= 2, "round %d has the wrong parties" % no)
        need(all(p["commitment"] or not p["reveal"] for p in parties), "round %d has a reveal without commitment" % no)
        if round_ is rounds[-1]:
            need(all(p["reveal"] and not p["withheld"] for p in parties), "the last round is not complete")
        else:
            need(any(p["withheld"] for p in parties), "nobody withheld in round %d" % no)
        expected = [p["party"] for p in parties if not p["withheld"]]


# ---- targets ----


def draw_targets(f, seed):
    """For each entry: its targets and its reserves, as (key, id)."""
    keyed = [(min(ticket_of(seed, s["id"], j) for j in range(1, s["weight"] + 1)), s["id"], s) for s in f["subjects"]]
    keyed.sort(key=lambda each: each[:2])
    for place, e in enumerate(f["entries"]):
        left = {s["stratum"]: s["sample"] for s in e["strata"]}
        drawn, rest = [], []
        for key, ident, s in keyed:
            if place not in s["entries"]:
                continue
            if left[s["stratum"]] > 0:
                left[s["stratum"]] -= 1
                drawn.append((key, ident))
            else:
                rest.append((key, ident))
        yield drawn, rest[: max(10, len(drawn))]


# ---- inspectors ----


class Question:
    """One yes/no question: a maximum flow from what is needed to the places of inspectors, kept up to date."""

    def __init__(self, needs, places):
        # needs: task -> list of (lists of inspectors of one kind), and how many more of any kind
        self.room = defaultdict(lambda: defaultdict(int))
        self.nodes = {}
        for officer, count in places.items():
            self.room["o", officer]["end"] += count
            self.room["end"]["o", officer] += 0
        self.answer = True
        for task, (kinds, more) in needs.items():
            extra = ("t", task)
            starts = [extra] * more
            for number, officers in enumerate(kinds):
                node = ("k", task, number)
                starts.append(node)
                self.room[extra][node] += more
                self.room[node][extra] += 0
                for officer in officers:
                    self.room[node]["o", officer] += 1
                    self.room["o", officer][node] += 0
            self.nodes[task] = [extra] + [("k", task, number) for number in range(len(kinds))]
            for start in starts:
                if not self.push(start):
                    self.answer = False

    def push(self, start):
        came = {start: None}
        waiting = deque([start])
        while waiting and "end" not in came:
            node = waiting.popleft()
            for other, room in self.room[node].items():
                if room > 0 and other not in came:
                    came[other] = node
                    waiting.append(other)
        if "end" not in came:
            return False
        node = "end"
        while came[node] is not None:
            self.room[came[node]][node] -= 1
            self.room[node][came[node]] += 1
            node = came[node]
        return True

    def serve(self, task):
        """Takes a task out; who was meant for it is free again."""
        for node in self.nodes.pop(task, []):
            for other in list(self.room.pop(node)):
                if other[0] == "o":
                    back = self.room[other].pop(node)
                    self.room[other]["end"] += back
                    self.room["end"][other] -= back

    def spare(self, officer):
        """Takes one place of an inspector away where the answer stays yes."""
        node = ("o", officer)
        if self.room[node]["end"] > 0:
            self.room[node]["end"] -= 1
            return True
        if self.room["end"][node] > 0 and self.push(node):
            self.room["end"][node] -= 1
            return True
        return False

    def restore(self, officer):
        self.room["o", officer]["end"] += 1


class Assignment:
    def __init__(self, f, seed, drawn, load=None):
        self.f, self.seed = f, seed
        self.entries = f["entries"]
        self.start_load = dict(load or {})
        self.limit = f["targetsPerOfficer"]
        self.tasks = [(place, ident) for place, targets in enumerate(drawn) for _, ident in targets]
        self.candidates = [self.candidates_of(*task) for task in self.tasks]

    def candidates_of(self, place, target):
        needs = {a["agency"]: set(a["groups"]) for a in self.entries[place]["agencies"]}
        found = []
        for o in self.f["inspectors"]:
            if o["agency"] not in needs or target in o["recused"] or target in o["visitedLast"]:
                continue
            if not needs[o["agency"]] or needs[o["agency"]] & set(o["groups"]):
                found.append(o)
        return found

    def suits(self, place, team):
        for a in self.entries[place]["agencies"]:
            own = [o for o in team if o["agency"] == a["agency"]]
            if not own or not set(a["groups"]) <= {g for o in own for g in o["groups"]}:
                return False
        return True

    def questions(self):
        places = {o["id"]: max(0, self.limit - self.start_load.get(o["id"], 0)) for o in self.f["inspectors"]}
        by_agency = {}
        for number, (place, _) in enumerate(self.tasks):
            e = self.entries[place]
            kinds = [[o["id"] for o in self.candidates[number] if o["agency"] == a["agency"]] for a in e["agencies"]]
            by_agency[number] = (kinds, e["officers"] - len(e["agencies"]))
        found = [Question(by_agency, places)]
        for agency, group in sorted({(a["agency"], g) for e in self.entries for a in e["agencies"] for g in a["groups"]}):
            needs = {}
            for number, (place, _) in enumerate(self.tasks):
                if any(a["agency"] == agency and group in a["groups"] for a in self.entries[place]["agencies"]):
                    able = [o["id"] for o in self.candidates[number] if o["agency"] == agency and group in o["groups"]]
                    needs[number] = ([able], 0)
            found.append(Question(needs, places))
        return found

    def team_for(self, number, load, questions):
        place, target = self.tasks[number]
        free = [o for o in self.candidates[number] if load[o["id"]] < self.limit]
        free.sort(key=lambda o: (load[o["id"]], rank_of(self.seed, target, o["id"]), o["id"]))
        hopeless = set()
        for team in itertools.combinations(free, self.entries[place]["officers"]):
            if any(o["id"] in hopeless for o in team) or not self.suits(place, team):
                continue
            taken = []
            for o, question in itertools.product(team, questions):
                if question.spare(o["id"]):
                    taken.append((o, question))
                    continue
                if o is team[0]:
                    hopeless.add(o["id"])
                break
            else:
                return [o["id"] for o in team]
            for o, question in taken:
                question.restore(o["id"])
        return None

    def attempt(self, order):
        """Teams by task, or the task that was stuck."""
        load = defaultdict(int, self.start_load)
        questions = self.questions()
        need(all(question.answer for question in questions), "infeasible: places lack")
        teams = {}
        for number in order:
            for question in questions:
                question.serve(number)
            team = self.team_for(number, load, questions)
            if team is None:
                return None, number
            teams[number] = team
            for officer in team:
                load[officer] += 1
        return teams, None

    def run(self):
        for number, (place, target) in enumerate(self.tasks):
            teams = itertools.combinations(self.candidates[number], self.entries[place]["officers"])
            need(any(self.suits(place, team) for team in teams), "infeasible: no team suits %s" % target)
        moved = []
        while True:
            order = moved + [number for number in range(len(self.tasks)) if number not in moved]
            teams, stuck = self.attempt(order)
            if teams is not None:
                return [teams[number] for number in range(len(self.tasks))]
            need(stuck not in moved and len(moved) < 20, "infeasible: no team left for %s" % self.tasks[stuck][1])
            moved.insert(0, stuck)


def outcomes_of(f, seed):
    picked = list(draw_targets(f, seed))
    teams = iter(Assignment(f, seed, [drawn for drawn, _ in picked]).run())
    return [
        {
            "entry": e["entry"],
            "targets": [{"id": ident, "key": key.hex(), "officers": next(teams)} for key, ident in drawn],
            "reserves": [{"id": ident, "key": key.hex()} for key, ident in reserves],
        }
        for e, (drawn, reserves) in zip(f["entries"], picked)
    ]


# ---- commands ----


class Report:
    """Prints a line for each step, and remembers whether one failed."""

    def __init__(self):
        self.failed = False

    def step(self, words, fault=None):
        self.failed = self.failed or fault is not None
        print("%-6s %s%s" % ("OK" if fault is None else "FAULT", words, "" if fault is None else ": " + fault))


def differences(stated, own):
    if [o["entry"] for o in stated] != [o["entry"] for o in own]:
        return "not the entries of the record", "not compared"

    def strip(outcome):
        return ([(t["id"], t["key"]) for t in outcome["targets"]], outcome["reserves"])

    targets = next(("entry %s differs" % o["entry"] for s, o in zip(stated, own) if strip(s) != strip(o)), None)
    if targets:
        return targets, "not compared"
    pairs = [(st, ot) for s, o in zip(stated, own) for st, ot in zip(s["targets"], o["targets"])]
    return None, next(("the team for %s differs" % o["id"] for s, o in pairs if s["officers"] != o["officers"]), None)


def verify(record, result, pool_hash=None, result_hash=None):
    report = Report()
    computed_pool = sha256(record).hex()
    try:
        f = read(record, FROZEN, "the record")
        check_frozen(f)
        r = read(result, RESULT, "the result")
        report.step("record and result are in the format")
    except Fault as fault:
        report.step("record and result are in the format", str(fault))
        if pool_hash:
            report.step("pool hash %s" % computed_pool, None if computed_pool == pool_hash else "published was " + pool_hash)
        return 1
    wrong = [each for each in (pool_hash, r["poolHash"]) if each and each != computed_pool]
    report.step("pool hash %s" % computed_pool, "published was " + wrong[0] if wrong else None)

    fault = None
    try:
        for round_ in r["rounds"]:
            for p in round_["parties"]:
                if p["commitment"] and p["reveal"]:
                    own = commitment_of(bytes.fromhex(r["poolHash"]), p["party"], bytes.fromhex(p["reveal"])).hex()
                    need(own == p["commitment"], "round %d, %s: the reveal is not what was committed to" % (round_["no"], p["party"]))
        check_rounds(f, r["rounds"])
    except Fault as found:
        fault = str(found)
    report.step("commitments and reveals", fault)

    reveals = [bytes.fromhex(p["reveal"]) for p in r["rounds"][-1]["parties"] if p["reveal"]]
    seed = seed_of(bytes.fromhex(r["poolHash"]), reveals, r["number"]).hex()
    fault = None if (f["publicNumber"] is None) == (r["number"] is None) else "the public number is not as agreed"
    report.step("seed %s" % seed, fault or (None if seed == r["seed"] else "the result says " + r["seed"]))

    try:
        targets, officers = differences(r["outcomes"], outcomes_of(f, bytes.fromhex(r["seed"])))
    except Fault as found:
        targets, officers = None, str(found)
    report.step("%d targets in order, and their reserves" % sum(len(o["targets"]) for o in r["outcomes"]), targets)
    report.step("inspectors of every target", officers)

    computed = sha256(result).hex()
    fault = "published was " + result_hash if result_hash and result_hash != computed else None
    report.step("result hash %s" % computed, fault)
    print("The draw is NOT as published." if report.failed else "The draw is as published.")
    return 1 if report.failed else 0


def draw(path, seed):
    try:
        f = read(load(path), FROZEN, "the record")
        check_frozen(f)
        need(is_hash(seed), "the seed is 64 lower-case hex digits")
        print(canonical(outcomes_of(f, bytes.fromhex(seed))))
        return 0
    except Fault as fault:
        print(fault)
        return 1


def commit(pool_hash, party, reveal):
    if not is_hash(pool_hash) or not is_code(party) or not (reveal is None or is_hash(reveal)):
        print("--pool-hash and --reveal take 64 lower-case hex digits, --party a code", file=sys.stderr)
        return 2
    r = bytes.fromhex(reveal) if reveal else secrets.token_bytes(32)
    print("commitment %s" % commitment_of(bytes.fromhex(pool_hash), party, r).hex())
    print("reveal     %s" % r.hex())
    return 0


def selftest():
    v = json.loads(VECTORS)
    pool_hash, seed = bytes.fromhex(v["poolHash"]), bytes.fromhex(v["seed"])
    checks = {
        "canonical": canonical(v["value"]) == v["canonical"],
        "commitment": commitment_of(pool_hash, v["party"], bytes.fromhex(v["reveal"])).hex() == v["commitment"],
        "seed": seed_of(pool_hash, [bytes.fromhex(v["reveal"])] * 2, v["number"]).hex() == v["seed"],
        "ticket": ticket_of(seed, v["target"], 12).hex() == v["ticket"],
        "rank": rank_of(seed, v["target"], v["officer"]).hex() == v["rank"],
        "split": [split_sample(dict(sizes), k) for sizes, k in v["splits"]] == v["samples"],
    }
    for name, is_right in checks.items():
        print("%-6s %s" % ("OK" if is_right else "FAULT", name))
    return 0 if all(checks.values()) else 1


def load(path):
    with open(path, "rb") as file:
        return file.read()


def main(words=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    of = commands.add_parser("verify")
    of.add_argument("record")
    of.add_argument("result")
    of.add_argument("--pool-hash")
    of.add_argument("--result-hash")
    of = commands.add_parser("draw")
    of.add_argument("pairs", nargs="+", metavar="RECORD SEED")
    of = commands.add_parser("commit")
    of.add_argument("--pool-hash", required=True)
    of.add_argument("--party", required=True)
    of.add_argument("--reveal")
    commands.add_parser("selftest")
    given = parser.parse_args(words)
    if given.command == "verify":
        return verify(load(given.record), load(given.result), given.pool_hash, given.result_hash)
    if given.command == "draw":
        return max([draw(*pair) for pair in zip(given.pairs[::2], given.pairs[1::2])], default=2)
    if given.command == "commit":
        return commit(given.pool_hash, given.party, given.reveal)
    return selftest()


if __name__ == "__main__":
    sys.exit(main())
