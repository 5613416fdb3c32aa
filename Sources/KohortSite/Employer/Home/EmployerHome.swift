import Delivery
import Hummingbird
import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// What an employer has to do, by date.
enum EmployerHome {
    static func show(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let open = try await open(room)
        let screen = EmployerHomeScreen(
            room, open.last, try await rounds(open, room), try await EmployerDue.parts(room), try await trainees(room),
            elsewhere: try await DueElsewhere.part(room.visit, on: .employer(room.employer)))
        return try room.visit.page(screen)
    }

    /// What is due in the rounds that are not over, the latest first.
    static func rounds(_ room: EmployerVisit) async throws -> [EmployerRound] {
        try await rounds(try await open(room), room)
    }

    private static func open(_ room: EmployerVisit) async throws -> [Round] {
        try await room.visit.fetch(RoundList()).filter { $0.closedAt == nil }
    }

    private static func rounds(_ open: [Round], _ room: EmployerVisit) async throws -> [EmployerRound] {
        var shown: [EmployerRound] = []
        for round in open.reversed() { shown.append(try await self.round(round, room)) }
        return shown
    }

    /// Its own in the cohorts that are not closed, who have not finished or left.
    private static func trainees(_ room: EmployerVisit) async throws -> [HomeTrainee] {
        var all: [HomeTrainee] = []
        for cohort in try await room.visit.fetch(CohortList()) where cohort.stage != .closed {
            let lines = try await room.visit.fetch(TraineeList(cohort: .id(cohort.id)))
            all += lines.filter { $0.trainee.employer == room.employer.id && $0.trainee.endedOn == nil }
                .map { HomeTrainee($0, of: cohort, room.visit) }
        }
        return all
    }

    private static func round(_ round: Round, _ room: EmployerVisit) async throws -> EmployerRound {
        let visit = room.visit
        let demands = try await visit.fetch(DemandList(round: .id(round.id))).demands
            .map(\.demand).filter { $0.organisation == room.employer.id }
        let offers = try await visit.fetch(OfferList(round: .id(round.id))).offers
            .filter { $0.offer.organisation == room.employer.id }
        var pool: (left: Int, board: RankingBoard.Answer)?
        if round.releasedAt != nil, demands.contains(where: { $0.state == .approved }) {
            let left = try await visit.fetch(room.pool(round, PoolAddress(round: round.slug))).left
            let board = try await visit.fetch(RankingBoard(round: .id(round.id), organisation: room.employer.id))
            pool = (left, board)
        }
        return EmployerRound(room, round, name: try await visit.name(of: round), demands, offers, pool)
    }
}

/// The first page of an employer's room.
struct EmployerHomeScreen: Page {
    static let template = "employer/home"
    let chrome: Chrome
    let head: DeskHead
    let rounds: [EmployerRound]
    /// What is due besides.
    let parts: [DuePart]
    let trainees: [HomeTrainee]
    let people: String
    /// Of the visitor's other roles.
    let elsewhere: DuePart?

    init(
        _ room: EmployerVisit, _ round: Round?, _ rounds: [EmployerRound], _ parts: [DuePart],
        _ trainees: [HomeTrainee], elsewhere: DuePart?
    ) {
        (chrome, head) = (room.visit.chrome(room.name), room.head(.home, room.name, round, notice: nil))
        (self.rounds, self.parts, self.trainees) = (rounds, parts, trainees)
        people = room.address("/trainees")
        self.elsewhere = elsewhere
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "any": .flag { !$0.rounds.isEmpty || !$0.parts.isEmpty || !$0.trainees.isEmpty },
        "calm": .flag { $0.rounds.isEmpty && $0.parts.isEmpty && $0.elsewhere == nil },
        "trained": .flag { !$0.trainees.isEmpty },
        "trainees": .list { $0.trainees },
        "people": .text { $0.people },
        "parts": .list { $0.parts },
        "rounds": .list { $0.rounds },
        "elsewhere": .model { $0.elsewhere },
    ]
}
