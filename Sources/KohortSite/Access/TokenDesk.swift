import Hummingbird
import KohortApp
import KohortCore
import KohortWeb
import Tenancy

/// The keys that other systems have to the JSON API.
enum TokenDesk {
    static func show(_ request: Request, _ room: AccessRoom) async throws -> Response {
        try await page(room, notice: room.visit.doneNotice(try QueryParameters(request)))
    }

    /// Shows the token this once.
    static func make(_ request: Request, _ room: AccessRoom) async throws -> Response {
        let (visit, typed) = (room.visit, try await request.form(room.visit.context))
        let secret = Secret(APIToken.prefix + Secret().text)
        return try await visit.attempt(typed) {
            // It lets somebody in long after the sign-in that made it has ended.
            try visit.requireFresh()
            var read = DeskReader(typed)
            let (role, days) = (read.oneOf("role", room.tokenRoles), read.number("days"))
            let scope = try room.scope(typed)
            guard let role, let days, read.problems.isEmpty else { throw Rejection.invalid(read.problems) }
            let scopes = typed.list("scopes").compactMap(TokenScope.init(rawValue:))
            _ = try await visit.perform(
                CreateToken(
                    id: visit.newID(), name: typed.text("name"), role: .init(role, on: scope), scopes: scopes,
                    secretHash: secret.hash, days: days))
            return try made(secret, room)
        } or: {
            try await page(room, refusal: $0)
        }
    }

    static func revoke(_ request: Request, _ room: AccessRoom) async throws -> Response {
        let token: TokenID = try room.visit.context.id("token")
        _ = try await room.visit.perform(RevokeToken(token: token, on: try room.held()))
        return room.visit.redirect(room.path("/tokens?done=token.revoked"))
    }

    private static func made(_ secret: Secret, _ room: AccessRoom) throws -> Response {
        let (visit, title) = (room.visit, room.visit.text("tokens.made"))
        let section = SheetSection(
            notes: [visit.text("tokens.made.text")], facts: [Fact(visit.text("tokens.token"), secret.text)],
            links: [
                ChromeLink(label: visit.text("tokens.title"), path: visit.path(room.path("/tokens")), isCurrent: false)
            ]
        )
        let head = room.head((.tokens, .tokens), title, notice: nil)
        return try visit.page(SheetScreen(chrome: visit.chrome(title), head: head, sections: [section]))
    }

    private static func page(
        _ room: AccessRoom, refusal: Refusal? = nil, notice: DeskNotice? = nil
    ) async throws -> Response {
        let visit = room.visit
        let tokens = try await visit.fetch(TokenList(organisation: room.organisation))
        let title = visit.text("tokens.title")
        let notice = refusal.map { $0.notice(visit) } ?? notice
        let parts = TokenParts(room: room, tokens: tokens, refusal: refusal)
        let screen = SheetScreen(
            chrome: visit.chrome(title), head: room.head((.tokens, .tokens), title, notice: notice),
            sections: [parts.list, parts.making])
        return try visit.page(screen, status: refusal?.status ?? .ok)
    }
}
