import KohortCore
import Testing

struct LanguageTests {
    @Test func `the languages are bokmål, Swedish and English`() {
        #expect(Language.allCases.map(\.rawValue) == ["nb", "sv", "en"])
    }
}

struct LocalizedTextTests {
    private let all: [Language: String] = [.nb: "Søknad", .sv: "Ansökan", .en: "Application"]

    @Test(arguments: [(Language.nb, "Søknad"), (.sv, "Ansökan"), (.en, "Application")])
    func `a text that is there in the language is that one`(language: Language, text: String) throws {
        #expect(try #require(LocalizedText(all)).text(in: language) == text)
    }

    @Test(arguments: [(Language.nb, "Ansökan"), (.sv, "Søknad"), (.en, "Søknad")])
    func `a missing language falls back, Scandinavian to Scandinavian first`(language: Language, text: String) throws {
        #expect(try #require(LocalizedText(all.filter { $0.key != language })).text(in: language) == text)
    }

    @Test(arguments: Language.allCases, Language.allCases)
    func `a text in one language is that text in every one`(only: Language, asked: Language) {
        let text = LocalizedText("Nord", in: only)
        #expect(text.text(in: asked) == "Nord")
        #expect(text.has(asked) == (asked == only))
    }

    @Test func `no text at all or a blank one is refused`() {
        #expect(LocalizedText([:]) == nil)
        #expect(LocalizedText([.nb: ""]) == nil)
        #expect(LocalizedText([.nb: "Nord", .sv: " \n"]) == nil)
        #expect(LocalizedText([.nb: "Nord"]) == LocalizedText("Nord", in: .nb))
    }
}
