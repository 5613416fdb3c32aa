import KohortCore
import KohortWeb
import Tenancy

extension OwnWaysParts {
    /// One's password, where there is one or may be one; nil for who comes in another way.
    func password(_ own: OwnPassword.Answer) -> SheetSection? {
        guard own.isOffered || own.hash != nil else { return nil }
        var facts: [Fact] = []
        if let changedAt = own.changedAt {
            facts = [
                Fact(visit.text("ways.password.changed"), visit.format.time(changedAt)),
                Fact(visit.text("ways.password.codes"), visit.format.number(own.codesLeft)),
            ]
        }
        return SheetSection(
            title: visit.text("ways.password"), notes: [visit.text("ways.password.what")], facts: facts,
            empty: own.hash == nil ? visit.text("ways.password.none") : "",
            next: own.hash == nil ? link("ways.password.set") : nil, links: own.hash == nil ? [] : links(own))
    }

    private func links(_ own: OwnPassword.Answer) -> [ChromeLink] {
        [link("ways.password.change", "/change")] + (own.isOffered ? [link("ways.password.anew")] : [])
    }

    private func link(_ key: String, _ path: String = "") -> ChromeLink {
        ChromeLink(label: visit.text(key), path: visit.path("/me/ways-in/password" + path), isCurrent: false)
    }
}
