import KohortCore
import KohortWeb
import Testing

struct LanguagePreferredTests {
    @Test(arguments: [
        ("sv", Language.sv), ("sv-SE,sv;q=0.9,en;q=0.8", .sv), ("de, en;q=0.5, sv;q=0.7", .sv), ("nn-NO", .nb),
        ("no", .nb), ("EN-gb", .en), ("en;q=0, sv;q=0.1", .sv), ("sv, nb", .sv),
    ])
    func `the best liked language of ours is chosen`(header: String, language: Language) {
        #expect(Language.preferred(by: header, or: .nb) == language)
    }

    @Test func `one that is not offered is passed over`() {
        #expect(Language.preferred(by: "en, sv;q=0.5", among: [.nb, .sv], or: .nb) == .sv)
        #expect(Language.preferred(by: "en", among: [.nb, .sv], or: .nb) == .nb)
        #expect(Language.preferred(by: "en", among: [.nb, .en], or: .nb) == .en)
    }

    @Test(arguments: [nil, "", "de", "*", "en;q=x", ";;,,q=1"])
    func `without a wish that can be met it is the fallback`(header: String?) {
        #expect(Language.preferred(by: header, or: .sv) == .sv)
    }
}
