import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb
import Recruitment

/// One candidacy as the lead reads it; each opening stands in the journal (BC-8).
enum RoundCandidateDesk {
    static func show(_ request: Request, _ room: RoundVisit) async throws -> Response {
        let candidacy = try room.visit.context.id("candidacy", as: CandidacyID.self)
        do { _ = try await room.visit.perform(OpenCandidacy(candidacy: candidacy)) } catch Rejection.gone {
            return room.visit.redirect(room.path("/candidacies?done=candidacy.gone"))
        }
        return try await page(room, candidacy, notice: room.visit.doneNotice(try QueryParameters(request)))
    }

    /// At the applicant's request.
    static func withdraw(_ request: Request, _ room: RoundVisit) async throws -> Response {
        let candidacy = try room.visit.context.id("candidacy", as: CandidacyID.self)
        return try await room.attempt(then: "/candidacies", done: "candidacy.withdrawn") {
            try await room.visit.perform(WithdrawCandidacy(candidacy: candidacy))
        } or: {
            try await page(room, candidacy, notice: $0.notice(room.visit), status: $0.status)
        }
    }

    private static func page(
        _ room: RoundVisit, _ candidacy: CandidacyID, notice: DeskNotice?, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let employers = try await room.visit.fetch(RoundEmployers(round: .id(room.round.id))).employers
        guard let reader = employers.first else { throw Rejection.notFound }
        let answer = try await room.visit.fetch(
            CandidacyInPool(candidacy: candidacy, organisation: reader.organisation))
        guard answer.round.id == room.round.id else { throw Rejection.notFound }
        let screen = RoundCandidateScreen(room, answer.candidacy, answer.documents, answer.wishes, notice)
        return try room.visit.page(screen, status: status)
    }
}

/// What a candidate wrote and sent, without what any employer thinks of it.
struct RoundCandidateScreen: Page {
    static let template = "staff/candidate"
    let chrome: Chrome
    let head: DeskHead
    let application: CandidateApplication
    let back: String
    let withdrawal: String?
    let openings: String

    init(
        _ room: RoundVisit, _ candidacy: Candidacy, _ documents: [Document], _ wishes: [PoolWish], _ notice: DeskNotice?
    ) {
        let title = candidacy.details.name
        let own = room.address("/candidacies/\(candidacy.id)")
        (chrome, head) = (room.visit.chrome(title), room.head(.candidacies, title, notice: notice))
        application = CandidateApplication(
            candidacy, wishes: wishes.map { WishLine($0, isOwn: false, room.visit) },
            documents: documents.map { DocumentLine($0, path: "\(own)/documents/\($0.id)", room.visit) }, room.visit)
        back = room.address("/candidacies")
        withdrawal = candidacy.hasEnded ? nil : own + "/withdrawal"
        openings = room.visit.path("\(OpeningsScreen.path)?candidacy=\(candidacy.id)")
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "application": .model { $0.application },
        "back": .text { $0.back },
        "withdrawal": .text { $0.withdrawal },
        "openings": .text { $0.openings },
    ]
}
