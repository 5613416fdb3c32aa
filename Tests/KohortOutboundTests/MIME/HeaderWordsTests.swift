import Foundation
import Testing

@testable import KohortOutbound

struct HeaderWordsTests {
    @Test func `plain words stay readable and fold at their spaces`() throws {
        let words = try HeaderWords.unstructured("Two places (of twelve) remain: answer by Friday", in: "Subject")
        #expect(words == ["Two", "places", "(of", "twelve)", "remain:", "answer", "by", "Friday"])
        let long = try HeaderWords.unstructured(String(repeating: "twelve places ", count: 7) + "left", in: "Subject")
        #expect(
            try HeaderWords.folded(long, in: "Subject") == """
                Subject: twelve places twelve places twelve places twelve places twelve\r
                 places twelve places twelve places left\r

                """)
    }

    @Test(arguments: ["two  spaces", " first", "last ", "æ", "=?utf-8?q?x?=", String(repeating: "x", count: 65)])
    func `text that would not survive as it stands is encoded`(text: String) throws {
        let words = try HeaderWords.unstructured(text, in: "Subject")
        #expect(words.allSatisfy { $0.hasPrefix("=?UTF-8?B?") && $0.hasSuffix("?=") })
    }

    @Test func `an encoded word is at most 75 bytes and never parts a scalar`() throws {
        let text = String(repeating: "a👩🏽‍🎓é", count: 30)
        let words = try HeaderWords.unstructured(text, in: "Subject")
        #expect(words.allSatisfy { $0.utf8.count <= 75 })
        #expect(words.compactMap(decoded).joined() == text)
    }

    @Test func `a display name is plain only when it is made of atoms`() throws {
        #expect(try HeaderWords.phrase("Kari Nordmann", in: "To") == ["Kari", "Nordmann"])
        #expect(try HeaderWords.phrase("Kari, Ltd.", in: "To") == ["=?UTF-8?B?S2FyaSwgTHRkLg==?="])
    }

    @Test func `no word with a space, a control or a letter beyond ASCII gets into a header`() {
        for word in ["a b", "a\r\nBcc:", "a\0", "æ"] {
            #expect(throws: MIMEProblem.control(header: "To")) { try HeaderWords.folded([word], in: "To") }
        }
        #expect(throws: Never.self) { try HeaderWords.folded(["a", "b"], in: "To") }
    }

    /// Nil unless the word by itself is valid UTF-8.
    private func decoded(_ word: String) -> String? {
        Data(base64Encoded: String(word.dropFirst(10).dropLast(2))).flatMap { String(data: $0, encoding: .utf8) }
    }

    @Test func `an empty text is an empty header`() throws {
        #expect(try HeaderWords.unstructured("", in: "Subject") == [])
        #expect(try HeaderWords.folded([], in: "Subject") == "Subject:\r\n")
    }
}
