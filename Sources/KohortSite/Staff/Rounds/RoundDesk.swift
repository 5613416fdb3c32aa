import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb
import Recruitment
import Reporting

/// One round from its plan to its end: published, released and closed by the lead.
enum RoundDesk {
    static func show(_ request: Request, _ room: RoundVisit) async throws -> Response {
        try await page(room, notice: room.visit.doneNotice(try QueryParameters(request)))
    }

    static func publish(_ request: Request, _ room: RoundVisit) async throws -> Response {
        let typed = try await request.form(room.visit.context)
        return try await room.attempt(typed, then: "", done: "call.published") {
            try await room.visit.perform(
                PublishCall(round: room.round.id, channels: typed.list("channels").compactMap { try? Slug($0) }))
        } or: {
            try await page(room, refusal: $0)
        }
    }

    static func release(_ request: Request, _ room: RoundVisit) async throws -> Response {
        try await room.attempt(then: "", done: "pool.released") {
            try await room.visit.perform(ReleasePool(round: room.round.id))
        } or: {
            try await page(room, refusal: $0)
        }
    }

    static func close(_ request: Request, _ room: RoundVisit) async throws -> Response {
        try await room.attempt(then: "", done: "round.closed") {
            try await room.visit.perform(CloseRound(round: room.round.id))
        } or: {
            try await page(room, refusal: $0)
        }
    }

    private static func page(
        _ room: RoundVisit, refusal: Refusal? = nil, notice: DeskNotice? = nil
    ) async throws -> Response {
        let overview = try await room.visit.fetch(RoundOverview(round: .id(room.round.id)))
        let funnel = try await room.visit.fetch(FunnelReport(round: room.round.slug))
        let channels = try await room.visit.channels(of: room.round)
        let screen = RoundScreen(room, overview, funnel, channels, refusal, refusal?.notice(room.visit) ?? notice)
        return try room.visit.page(screen, status: refusal?.status ?? .ok)
    }
}
