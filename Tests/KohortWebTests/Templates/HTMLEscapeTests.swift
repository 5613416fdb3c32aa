import KohortWeb
import Testing

struct HTMLEscapeTests {
    @Test func `the five characters become entities and nothing else changes`() {
        #expect(
            HTMLEscape.escaped("<a href='x' id=\"y\">&amp;å") == "&lt;a href=&#39;x&#39; id=&quot;y&quot;&gt;&amp;amp;å"
        )
    }

    @Test(arguments: ["\u{301}", "\u{200D}", "\u{338}", "\u{FE0F}", "\u{20E3}", "\u{E0100}"])
    func `a combining mark hides none of them`(mark: String) {
        for character in ["\"", "'", "<", ">", "&"] {
            let escaped = HTMLEscape.escaped(character + mark + " onfocus=alert(1)")
            #expect(!escaped.utf8.contains { "\"'<>".utf8.contains($0) }, "\(character.debugDescription)")
            #expect(escaped.utf8.first == UInt8(ascii: "&") && escaped.unicodeScalars.contains(";"))
        }
    }
}
