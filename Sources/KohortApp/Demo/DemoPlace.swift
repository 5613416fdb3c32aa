import KohortCore
import Recruitment

/// What the demo's employers ask for: twelve places in all, two of them at Örnsköldsvik (NOR-2, NOR-3).
struct DemoPlace {
    let employer: String
    let terms: DemandTerms

    private init(_ employer: String, _ title: String, _ field: String, _ place: String, _ asked: Int) {
        self.employer = employer
        let competence = "Examen inom området, eller en som blir klar före starten i september."
        terms = DemandTerms(title: title, field: field, competence: competence, place: place, asked: asked)
    }

    static let all = [
        DemoPlace(
            "ornskoldsvik", "Trainee i geografisk informationssäkerhet", "Geografisk information", "Örnsköldsvik", 1),
        DemoPlace("ornskoldsvik", "Trainee i gata och VA", "Väg och vatten", "Örnsköldsvik", 1),
        DemoPlace("umea", "Trainee i byggteknik", "Bygg", "Umeå", 3),
        DemoPlace("skelleftea", "Trainee i energi", "Energi", "Skellefteå", 2),
        DemoPlace("pitea", "Trainee i VA-teknik", "Väg och vatten", "Piteå", 1),
        DemoPlace("norsjo", "Trainee i teknisk förvaltning", "Bygg", "Norsjö", 1),
        DemoPlace("vannas", "Trainee i miljö och hälsa", "Miljö", "Vännäs", 1),
        DemoPlace("nordmaling", "Trainee i samhällsbyggnad", "Bygg", "Nordmaling", 1),
        DemoPlace("alvsbyn", "Trainee i energi och klimat", "Energi", "Älvsbyn", 1),
    ]

    /// The first 45 candidates wish for one of Örnsköldsvik's two, and some of them for another employer too.
    static func wishes(of candidate: Int) -> [Int] {
        let elsewhere = 2 + candidate % (all.count - 2)
        if candidate < 45 { return candidate % 3 == 0 ? [candidate % 2, elsewhere] : [candidate % 2] }
        let second = 2 + (candidate + 3) % (all.count - 2)
        return candidate % 2 == 0 ? [elsewhere, second] : [elsewhere]
    }
}
