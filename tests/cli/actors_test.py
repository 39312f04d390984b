"""Who is meant, through the whole program: identities at a date, offices, places, the knowledge base's own commands."""
import unittest

from support import CommandLineTest, needs_model, onrecord

REPORT = """French President Emmanuel Macron flew to Donetsk on Monday.

The French president told reporters that NATO would help Ukraine. Sergei Shoigu, the Russian defence minister, called it a mistake.
"""


def actor(record, name):
    return next((a for a in record["actors"] if a["name"] == name), None)


def words(record, one):
    return [record["report"]["text"][m["span"][0]:m["span"][1]] for m in one["mentions"]]


@needs_model
class Actors(CommandLineTest):
    def read(self, text, date):
        return onrecord("read", "--format", "jsonl", "--date", date, self.write("report.txt", text)).records[0]

    def test_names_titles_and_metonyms_lead_to_one_identity(self):
        record = self.read(REPORT, "2021-03-01")
        macron = actor(record, "Emmanuel Macron")
        self.assertEqual(macron["entity"], "Q3052772")
        self.assertEqual((macron["office"]["basis"], macron["office"]["from"]), ("knowledge-base", "2017-05-14"))
        self.assertEqual((macron["country"], macron["role"], macron["cameo"]), ("FRA", "GOV", "FRAGOV"))
        self.assertEqual(words(record, macron), ["Emmanuel Macron", "The French president"])
        self.assertEqual(actor(record, "NATO")["cameo"], "IGOWSTNAT")
        shoigu = actor(record, "Sergei Shoigu")
        self.assertEqual((shoigu["entity"], shoigu["country"]), ("Q32024", "RUS"))
        self.assertTrue(record["engine"]["knowledge_base"].startswith("kb-"))

    def test_an_office_alone_means_who_held_it_that_day(self):
        text = "The French president said on Monday that the talks had failed.\n"
        for date, name in (("2016-03-01", "François Hollande"), ("2021-03-01", "Emmanuel Macron")):
            self.assertIsNotNone(actor(self.read(text, date), name), date)

    def test_without_a_date_nobody_holds_an_office(self):
        record = onrecord("read", "--format", "jsonl", self.write("undated.txt", "The French president said that it rained.\n")).records[0]
        self.assertFalse([a for a in record["actors"] if a["entity"] and a["kind"] == "person"])

    def test_places_are_told_apart_by_what_the_report_speaks_of(self):
        for words_of, country in (("Shells fell on Donetsk, in eastern Ukraine, on Monday.", "UKR"),
                                  ("A governor in southern Russia said shells fell on the Russian town of Donetsk.", "RUS")):
            place, = [p for p in self.read(words_of + "\n", "2022-03-01")["places"] if p["name"] == "Donetsk"]
            self.assertEqual(place["country"], country)
            self.assertAlmostEqual(place["lat"], 48.1, delta=.4)

    def test_a_town_does_not_speak_for_itself(self):
        text = "President Barack Obama spoke in Florida on Monday.\n\nVoters in Florida queued. Nobody in Florida knew why.\n"
        places = [p for p in self.read(text, "2016-09-28")["places"] if p["name"] == "Florida"]
        self.assertTrue(places)
        self.assertEqual({p["country"] for p in places}, {"USA"})

    def test_why_tells_on_what_grounds(self):
        answer = onrecord("why", "--actor", "all", "--date", "2021-03-01", self.write("report.txt", REPORT))
        self.assert_status(answer, 0)
        out = answer.out.decode()
        for piece in ("Q3052772", "rule: office", "knowledge-base"):
            self.assertIn(piece, out)

    def test_offices_that_a_report_states_come_as_a_table(self):
        report = self.write("report.txt", "Harbour Minister Ada Brook of Okuta told reporters on Monday that it would close.\n")
        answer = onrecord("read", "--format", "offices", "--date", "2021-03-01", report)
        heading, row = (line.split("\t") for line in answer.out.decode().splitlines())
        found = dict(zip(heading, row))
        self.assertEqual((found["person"], found["office"], found["known"], found["published"]), ("Ada Brook", "Harbour Minister", "", "2021-03-01"))


class KnowledgeBase(CommandLineTest):
    def test_who_tells_the_office_of_the_day(self):
        answer = onrecord("who", "Sergei Shoigu", "--on", "2022-02-15")
        self.assert_status(answer, 0)
        self.assertIn("Q32024", answer.out.decode())
        self.assertIn("2012-11-06 to 2024-05-12", answer.out.decode())
        self.assert_status(onrecord("who", "Nobody Of That Name"), 1)
        self.assert_status(onrecord("who", "Liz Truss", "--on", "soon"), 2)

    def test_the_base_is_whole_and_its_bytes_are_the_tables(self):
        self.assertIn("whole", onrecord("kb", "check").out.decode())
        folder = self.write("mine/entity.tsv", "id\tkind\tname\tcountry\nown:x\tperson\tXanthippe Qvortrup\tDNK\n").parent
        out = [folder / "once.okb", folder / "twice.okb"]
        for path in out:
            self.assert_status(onrecord("kb", "build", "--out", path, folder), 0)
        self.assertEqual(out[0].read_bytes(), out[1].read_bytes())
        answer = onrecord("who", "Xanthippe Qvortrup", "--knowledge", out[0])
        self.assertIn("own:x", answer.out.decode())

    def test_own_tables_come_on_top_of_the_program_s(self):
        mine = self.write("mine/entity.tsv", "id\tkind\tname\tcountry\nown:x\tperson\tXanthippe Qvortrup\tDNK\n").parent
        path = mine / "mine.okb"
        self.assert_status(onrecord("kb", "import", "--out", path, mine), 0)
        for name in ("Xanthippe Qvortrup", "Liz Truss"):
            self.assert_status(onrecord("who", name, "--knowledge", path), 0)

    def test_a_file_that_is_none_is_refused(self):
        path = self.write("none.okb", "hello")
        answer = onrecord("who", "Liz Truss", "--knowledge", path)
        self.assert_status(answer, 2)
        self.assertIn("OR0212", answer.err)


if __name__ == "__main__":
    unittest.main()
