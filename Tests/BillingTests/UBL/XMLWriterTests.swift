import Testing

@testable import Billing

struct XMLWriterTests {
    private func written(_ text: String) -> String {
        var xml = XMLWriter()
        xml.element("a", ["b": text], text)
        return String(decoding: xml.bytes, as: UTF8.self).split(separator: "\n").dropFirst().joined(separator: "\n")
    }

    @Test func `markup in a text stays text`() {
        #expect(
            written("</a><b x='1'>&amp;\"")
                == "<a b=\"&lt;/a&gt;&lt;b x='1'&gt;&amp;amp;&quot;\">&lt;/a&gt;&lt;b x='1'&gt;&amp;amp;&quot;</a>")
    }

    @Test func `a quotation mark with a combining sign does not end an attribute`() {
        #expect(written("\"\u{301}") == "<a b=\"&quot;\u{301}\">&quot;\u{301}</a>")
    }

    @Test func `line ends and tabs survive an attribute's normalisation`() {
        #expect(written("x\r\n\ty") == "<a b=\"x&#13;&#10;&#9;y\">x&#13;&#10;&#9;y</a>")
    }

    @Test(arguments: ["\u{0}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"])
    func `what XML cannot hold becomes a replacement sign`(text: String) {
        #expect(written("x\(text)y") == "<a b=\"x\u{FFFD}y\">x\u{FFFD}y</a>")
    }

    @Test func `letters beyond ASCII stay as they are`() {
        #expect(written("Åsele 👩🏽‍🎓") == "<a b=\"Åsele 👩🏽‍🎓\">Åsele 👩🏽‍🎓</a>")
    }
}
