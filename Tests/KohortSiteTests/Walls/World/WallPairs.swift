import Foundation
import HTTPTypes
import KohortApp
import KohortCore

@testable import KohortSite
@testable import KohortWeb

/// The same requests with everything of another consortium's that could open a door.
struct WallPairs {
    let walk: WallWalk
    /// With the same keys.
    let twin: WallSeed
    /// With keys of its own.
    let other: WallWalk

    struct Attempt: Sendable {
        let what: String
        let request: SentRequest
    }

    /// With the twin's credentials at the tenant's address, and the reverse; with secrets under the other's names.
    func foreign(_ control: WallWalk.Control) -> [Attempt] {
        let (own, foreign) = (credential(control.request), counterpart(of: control))
        let there = control.request.path.replacing(
            "/\(walk.tenant.slug)", with: "/\(twin.tenant.slug)", maxReplacements: 1)
        var attempts = [
            Attempt(what: "the twin's credential here", request: control.request.by(foreign)),
            Attempt(what: "the own credential at the twin", request: control.request.to(there).by(own)),
        ]
        guard let (name, value) = own.cookieParts, let (otherName, otherValue) = foreign.cookieParts else {
            return attempts
        }
        let here = Credential(cookie: "\(name)=\(otherValue)")
        let away = Credential(cookie: "\(otherName)=\(value)")
        attempts.append(Attempt(what: "the twin's session under the own name", request: control.request.by(here)))
        attempts.append(
            Attempt(what: "the own session under the twin's name", request: control.request.to(there).by(away)))
        return attempts
    }

    /// With one of another consortium's ids in the place of one's own, or with one that nobody has.
    func lost(_ control: WallWalk.Control) -> [(foreign: Attempt, missing: Attempt)] {
        guard let theirs = other.controls[WallWalk.key(control.route)] else { return [] }
        let (own, foreign) = (captures(control), captures(theirs))
        return own.compactMap { name, value in
            guard name != "tenant", let replaced = foreign[name], replaced != value, DemandID(value) != nil else {
                return nil
            }
            func with(_ id: String, _ what: String) -> Attempt {
                let path = control.request.path.replacing("/\(value)", with: "/\(id)", maxReplacements: 1)
                return Attempt(what: "\(what) \(name)", request: control.request.to(path).fresh())
            }
            return (with(replaced, "another's"), with(DemandID.new().description, "nobody's"))
        }
    }

    /// The same of each id that a query names.
    func asked(_ control: WallWalk.Control) -> [(foreign: Attempt, missing: Attempt)] {
        guard let theirs = other.controls[WallWalk.key(control.route)] else { return [] }
        return zip(ids(control), ids(theirs)).compactMap { own, foreign in
            guard own != foreign else { return nil }
            func with(_ id: String, _ what: String) -> Attempt {
                let path = control.request.path.replacing("=\(own)", with: "=\(id)", maxReplacements: 1)
                return Attempt(what: "\(what) id in the query", request: control.request.to(path).fresh())
            }
            return (with(foreign, "another's"), with(DemandID.new().description, "nobody's"))
        }
    }

    private func ids(_ control: WallWalk.Control) -> [String] {
        let pairs = control.request.path.split(separator: "?").dropFirst().joined().split(separator: "&")
        return pairs.compactMap { $0.split(separator: "=").last.map(String.init) }.filter { DemandID($0) != nil }
    }

    private func captures(_ control: WallWalk.Control) -> [String: String] {
        let path = String(control.request.path.prefix { $0 != "?" })
        let steps = zip(RouteSegment.split(control.route.pattern), RouteSegment.split(path))
        return steps.reduce(into: [:]) { captures, step in
            if case .capture(let name) = RouteSegment(step.0) { captures[String(name)] = String(step.1) }
        }
    }

    private func credential(_ request: SentRequest) -> Credential {
        Credential(
            cookie: request.headers[.cookie], token: request.headers[.authorization].map { String($0.dropFirst(7)) })
    }

    private func counterpart(of control: WallWalk.Control) -> Credential {
        let own = credential(control.request)
        let tokens = zip(
            [
                walk.seed.lead, walk.seed.north, walk.seed.south, walk.seed.trainee, walk.seed.supervisor,
                walk.seed.mentor,
            ],
            [twin.lead, twin.north, twin.south, twin.trainee, twin.supervisor, twin.mentor])
        return Credential(
            cookie: own.cookie == nil ? nil : twin.credentials[control.caller]?.cookie,
            token: tokens.first { $0.0 == own.token }?.1)
    }
}

extension Credential {
    /// The name and the value of its cookie.
    var cookieParts: (name: String, value: String)? {
        guard let halves = cookie?.split(separator: "=", maxSplits: 1), halves.count == 2 else { return nil }
        return (String(halves[0]), String(halves[1]))
    }
}

extension SentRequest {
    /// As a request of its own, and no repetition of the first.
    func fresh() -> SentRequest {
        var copy = self
        if copy.headers[KeyHeader.field] != nil { copy.headers[KeyHeader.field] = DemandID.new().description }
        let once = /(once=|name="once"\r\n\r\n)[0-9a-fD%-]{36,}/
        copy.body = copy.body?.replacing(once) { "\($0.output.1)\(DemandID.new())" }
        return copy
    }
}
