import Delivery
import KohortCore

/// The made-up trainees of KS's demo cohort, with where they work and who follows them.
struct DemoTrainee: Sendable {
    let name: String
    let employer: String
    let field: String
    let contract: ContractKind
    var mentor: String?
    var stays: [Stay] = []

    struct Stay: Sendable {
        let part: Placement.Part
        let host: String
        let unit: String?
        /// Counted from the cohort's first, the last not in it.
        let months: Range<Int>
        let supervisor: String?

        init(_ part: Placement.Part, _ host: String, _ unit: String?, _ months: Range<Int>, _ supervisor: String?) {
            (self.part, self.host, self.unit) = (part, host, unit)
            (self.months, self.supervisor) = (months, supervisor)
        }
    }

    static var all: [DemoTrainee] {
        get throws {
            [
                DemoTrainee(
                    name: "Silje Aune", employer: "fjordvik", field: "Samferdsel", contract: .permanent,
                    mentor: "Marit Solli",
                    stays: [
                        Stay(.numbered(1), "fjordvik", "Vei og park", 0..<6, "Erik Dahl"),
                        Stay(.optional(try Slug("ks-period")), "ks", nil, 6..<8, "Tone Ås"),
                        Stay(.numbered(2), "lyngmo", "Økonomi og innkjøp", 8..<13, "Berit Vik"),
                        Stay(.numbered(3), "fjordvik", "Plan og byggesak", 13..<18, "Erik Dahl"),
                    ]),
                DemoTrainee(
                    name: "Jonas Berge", employer: "fjordvik", field: "Økonomi", contract: .permanent,
                    mentor: "Geir Foss",
                    stays: [
                        Stay(.numbered(1), "fjordvik", "Økonomi", 0..<9, "Hanne Lie"),
                        Stay(.numbered(2), "granheim", nil, 9..<18, "Olav Rud"),
                    ]),
                DemoTrainee(
                    name: "Amina Warsame", employer: "lyngmo", field: "Helse", contract: .temporary,
                    mentor: "Marit Solli",
                    stays: [
                        Stay(.numbered(1), "lyngmo", "Helse og mestring", 0..<6, "Berit Vik"),
                        Stay(.numbered(2), "granheim", "Plan og næring", 6..<12, "Olav Rud"),
                        Stay(.numbered(3), "lyngmo", "Økonomi og innkjøp", 12..<18, "Berit Vik"),
                    ]),
                DemoTrainee(
                    name: "Torbjørn Hagen", employer: "lyngmo", field: "Digitalisering", contract: .temporary,
                    mentor: "Geir Foss",
                    stays: [
                        Stay(.numbered(1), "lyngmo", nil, 0..<9, "Berit Vik"),
                        Stay(.numbered(2), "fjordvik", nil, 9..<18, nil),
                    ]),
                DemoTrainee(
                    name: "Anne-Karoline Margrethe Stokkeland-Bjørgvinsdatter Fredriksen", employer: "granheim",
                    field: "Plan", contract: .permanent, mentor: "Geir Foss",
                    stays: [
                        Stay(.numbered(1), "granheim", "Plan og næring", 0..<9, "Olav Rud"),
                        Stay(.numbered(2), "lyngmo", nil, 9..<18, "Berit Vik"),
                    ]),
                // Has no mentor yet, and nobody supervises the second half.
                DemoTrainee(
                    name: "Mikkel Sara", employer: "solstrand", field: "Opplæring", contract: .temporary,
                    stays: [
                        Stay(.numbered(1), "solstrand", "Videregående opplæring", 0..<9, "Inger Holm"),
                        Stay(.numbered(2), "fjordvik", nil, 9..<18, nil),
                    ]),
                // Cannot start: Bergset has named no coordinator.
                DemoTrainee(name: "Eva Lund", employer: "bergset", field: "Miljø", contract: .permanent),
            ]
        }
    }

    /// Those who sign in by the demo's links.
    static let mentor = "Marit Solli"
    static let supervisor = "Berit Vik"
}
