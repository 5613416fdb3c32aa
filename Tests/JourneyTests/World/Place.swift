/// What the eight members ask for: twelve places in all, two of them at Örnsköldsvik (NOR-2, NOR-3).
struct Place: Sendable {
    let employer: String
    let title: String
    let field: String
    let positions: Int

    static let all = [
        Place("ornskoldsvik", "Trainee i geografisk informationssäkerhet", "Geografisk information", 1),
        Place("ornskoldsvik", "Trainee i gata och VA", "Väg och vatten", 1),
        Place("umea", "Trainee i byggteknik", "Bygg", 3),
        Place("skelleftea", "Trainee i energi", "Energi", 2),
        Place("pitea", "Trainee i VA-teknik", "Väg och vatten", 1),
        Place("norsjo", "Trainee i teknisk förvaltning", "Bygg", 1),
        Place("vannas", "Trainee i miljö och hälsa", "Miljö", 1),
        Place("nordmaling", "Trainee i samhällsbyggnad", "Bygg", 1),
        Place("alvsbyn", "Trainee i energi och klimat", "Energi", 1),
    ]
    /// The eight, each once.
    static let employers = all.reduce(into: [String]()) { if $0.last != $1.employer { $0.append($1.employer) } }

    private init(_ employer: String, _ title: String, _ field: String, _ positions: Int) {
        (self.employer, self.title, self.field, self.positions) = (employer, title, field, positions)
    }

    func fields(asking asked: Int? = nil) -> [(String, String)] {
        [
            ("title", title), ("field", field), ("competence", "Ingenjörsexamen"), ("place", employer),
            ("asked", String(asked ?? positions)),
        ]
    }
}
