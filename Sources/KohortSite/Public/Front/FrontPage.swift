import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// Who the consortium is, what its programmes are, what is due, and who seeks trainees.
struct FrontPage: Page {
    static let template = "public/front"
    let chrome: Chrome
    let title: String
    let lead: String?
    let calls: [CallSection]
    /// Where a municipality says that it wants to take part, while interest is taken (KS06-3).
    let interest: String?
    let programmes: [ProgrammeSection]
    let employers: [EmployerCard]
    let members: [String]
    let occasions: [OccasionLine]

    init(
        _ visit: Visit, _ front: ConsortiumFront.Answer, programmes: [ProgrammePage.Answer],
        employers: [SeekingEmployers.Employer], calls: [CallSection]
    ) {
        let language = visit.language
        let only = front.programmes.count == 1 ? front.programmes.first : nil
        title = (only?.name ?? front.profile.name).text(in: language)
        chrome = visit.chrome(title)
        lead =
            (front.profile.summary ?? only?.summary)?.text(in: language)
            ?? Self.lead(visit, front, employers, isOpen: calls.contains(where: \.isOpen))
        self.calls = calls
        interest = front.programmes.contains(where: \.takesInterest) ? visit.path("/interest") : nil
        self.programmes = programmes.map { ProgrammeSection(visit, $0, isNamed: only == nil) }
        self.employers = employers.map { EmployerCard(visit, $0) }
        let names = front.members.map { $0.definition.name.text(in: language) }
        members = employers.isEmpty ? names.sorted { $0.alphabetical < $1.alphabetical } : []
        occasions = front.occasions.prefix(5).map { OccasionLine(visit, $0) }
    }

    private static func lead(
        _ visit: Visit, _ front: ConsortiumFront.Answer, _ seeking: [SeekingEmployers.Employer], isOpen: Bool
    ) -> String? {
        if isOpen, !seeking.isEmpty {
            let positions = visit.count("trainees", seeking.reduce(0) { $0 + $1.positions })
            let values = ["employers": visit.count("employers", seeking.count), "trainees": positions]
            return visit.text("front.lead.open", values)
        }
        guard !front.members.isEmpty else { return nil }
        return visit.text("front.lead.members", ["employers": visit.count("employers", front.members.count)])
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "title": .text { $0.title },
        "lead": .text { $0.lead },
        "calls": .list { $0.calls },
        "interest": .text { $0.interest },
        "programmes": .list { $0.programmes },
        "anyEmployers": .flag { !$0.employers.isEmpty },
        "employers": .list { $0.employers },
        "anyMembers": .flag { !$0.members.isEmpty },
        "members": .texts { $0.members },
        "anyOccasions": .flag { !$0.occasions.isEmpty },
        "occasions": .list { $0.occasions },
    ]
}
