import Hummingbird
import KohortApp
import KohortCore
import KohortWeb
import Tenancy

/// Where the visitor is signed in, and ending it there.
enum OwnSignInDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let signIns = try await visit.fetch(OwnSignIns())
        let title = visit.text("sign_ins.title")
        let head = DeskHead(title: title, notice: visit.doneNotice(try QueryParameters(request)))
        return try visit.page(
            SheetScreen(chrome: visit.chrome(title), head: head, sections: [section(signIns, visit)]))
    }

    static func end(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try await visit.perform(EndOwnSignIn(signIn: try visit.context.id("signIn")))
        return visit.redirect("/me/sign-ins?done=sign_in.ended")
    }

    static func endOthers(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let own = visit.identity.signIn else { throw Rejection.forbidden }
        _ = try await visit.perform(EndOtherSignIns(keeping: own.id))
        return visit.redirect("/me/sign-ins?done=sign_in.ended")
    }

    private static func section(_ signIns: [SignIn], _ visit: Visit) -> SheetSection {
        let columns = ["device", "means", "started", "seen"].map { visit.text("sign_ins.\($0)") }
        let rows = signIns.map { row($0, visit) }
        let others = SheetForm(
            action: visit.path("/me/sign-ins/endings"), button: visit.text("sign_ins.end_others"), look: .danger)
        return SheetSection(
            notes: [visit.text("sign_ins.text")],
            table: SheetTable(visit.text("sign_ins.title"), columns, rows), forms: rows.count > 1 ? [others] : [],
            links: links(visit))
    }

    /// An applicant has one way in, by mail, and nothing to keep.
    private static func links(_ visit: Visit) -> [ChromeLink] {
        func link(_ key: String, _ path: String) -> ChromeLink {
            ChromeLink(label: visit.text(key), path: visit.path(path), isCurrent: false)
        }
        let again = link("again.title", AgainDesk.path)
        guard case .person = visit.actor else { return [again] }
        return [link("ways.title", "/me/ways-in"), link("address.change.title", AddressDesk.path), again]
    }

    private static func row(_ signIn: SignIn, _ visit: Visit) -> SheetRow {
        var row = SheetRow(
            signIn.device.isEmpty ? visit.text("sign_ins.unknown") : signIn.device,
            [
                visit.text("means.\(signIn.means.rawValue)"), visit.format.time(signIn.startedAt),
                visit.format.time(signIn.seenAt),
            ])
        if signIn.id == visit.identity.signIn?.id {
            (row.mark, row.state) = (.good, visit.text("sign_ins.here"))
        } else {
            (row.mark, row.state) = (.ahead, visit.text("sign_ins.elsewhere"))
            row.forms = [
                SheetForm(
                    action: visit.path("/me/sign-ins/\(signIn.id)/ending"), button: visit.text("sign_ins.end"),
                    of: row.name, look: .plain)
            ]
        }
        return row
    }
}
