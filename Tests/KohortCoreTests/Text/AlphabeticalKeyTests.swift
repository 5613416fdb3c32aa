import Testing

@testable import KohortCore

struct AlphabeticalKeyTests {
    @Test(arguments: [
        ["Asker", "Bærum", "Sørum", "Vestby", "Ørsta", "Ås"],
        ["Arjeplog", "Luleå", "Umeå", "Åsele", "Älvsbyn", "Örnsköldsvik"],
        ["Bardu", "Bø", "Ærøy", "Øygarden", "Ål"], ["Östersund", "Østfold"].reversed(), ["ås", "Åsnes"],
        ["Idé", "Idea"], ["Zimmer", "Æra"],
        ["Muller", "Myller", "Müller", "Mylner"], ["Aalto", "Aasen", "Abel", "Zorn", "Åberg"],
    ])
    func `puts names in the order that their readers expect`(names: [String]) {
        #expect(names.reversed().sorted { $0.alphabetical < $1.alphabetical } == names)
    }

    @Test func `a letter made of two signs is the same letter`() {
        #expect("A\u{30A}s".alphabetical > "Zorn".alphabetical)
        #expect("Aurskog".alphabetical < "Zorn".alphabetical)
    }

    @Test func `capitals decide only between texts that are else the same`() {
        #expect("berg".alphabetical < "Bo".alphabetical && "Bo".alphabetical < "bror".alphabetical)
        #expect("Bo".alphabetical != "bo".alphabetical)
    }
}
