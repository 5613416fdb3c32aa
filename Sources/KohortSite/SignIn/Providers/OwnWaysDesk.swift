import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

/// One's own ways in: what is linked, and what can be.
enum OwnWaysDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let (ways, own) = (try await visit.fetch(OwnWays()), try await visit.fetch(OwnPassword()))
        let title = visit.text("ways.title")
        let done = visit.doneNotice(try QueryParameters(request))
        let first = DeskNotice(isRefusal: false, text: visit.text("ways.first"))
        let notice = visit.identity.isSettingUp ? first : done
        let parts = OwnWaysParts(visit: visit, ways: ways)
        return try visit.page(
            SheetScreen(
                chrome: visit.chrome(title), head: DeskHead(title: title, notice: notice),
                sections: parts.all(own)))
    }

    static func unlink(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.requireFresh()
        _ = try await visit.perform(UnlinkIdentity(identity: try visit.context.id("identity")))
        return visit.redirect("/me/ways-in?done=identity.unlinked")
    }
}

/// The parts of the page.
struct OwnWaysParts {
    let visit: Visit
    let ways: OwnWays.Answer

    /// Where there is nothing to choose, how one comes in instead.
    func all(_ own: OwnPassword.Answer) -> [SheetSection] {
        let sections = [password(own), providers].compactMap(\.self)
        return sections.isEmpty ? [SheetSection(empty: visit.text("ways.by_mail"))] : sections
    }

    /// The accounts elsewhere; nil where none is linked and none could be.
    private var providers: SheetSection? {
        if ways.linked.isEmpty && ways.offered.isEmpty { return nil }
        return SheetSection(
            title: visit.text("ways.providers"), notes: [visit.text("ways.providers.what")],
            table: SheetTable(visit.text("ways.providers"), columns, ways.linked.map(row)),
            empty: ways.linked.isEmpty ? visit.text("ways.providers.none") : "", forms: ways.offered.map(linking))
    }

    private var columns: [String] { ["provider", "linked", "used"].map { visit.text("ways.column.\($0)") } }

    private func row(_ linked: LinkedIdentity) -> SheetRow {
        let name = ways.labels[linked.provider] ?? linked.provider.text
        let used = linked.usedAt.map(visit.format.time) ?? visit.text("ways.never")
        var row = SheetRow(name, [visit.format.time(linked.linkedAt), used])
        row.forms = [
            SheetForm(
                action: visit.path("/me/ways-in/identities/\(linked.id)/removal"),
                button: visit.text("ways.unlink"),
                of: name, look: .plain)
        ]
        return row
    }

    private func linking(_ line: OfferedProviders.Line) -> SheetForm {
        SheetForm(
            action: visit.path("/me/ways-in/providers/\(line.slug)"),
            button: visit.text("ways.link", ["provider": line.label]), look: .plain)
    }
}
