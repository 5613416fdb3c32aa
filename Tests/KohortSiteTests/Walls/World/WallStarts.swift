/// Where each begins to read: what no link leads to, or only one among many.
struct WallStarts {
    private let captures: [String: String]

    init(_ captures: [String: String]) { self.captures = captures }

    func paths(of caller: Caller) -> [String] {
        switch caller {
        case .nobody: visitor
        case .lead: office
        case .north: employer
        case .south: ["/employer/south", "/employer/south/pool?round=pool"] + pooled("south")
        case .finance: ["/employer/north/invoices"]
        case .committee: ["/report", "/report/results.csv"]
        case .applicant: own("open.candidacy").flatMap { [$0, $0 + "/receipt", $0 + "/application"] }
        case .withdrawing: own("open.candidacy.3")
        case .accepting: offered("2")
        case .refusing: offered("3")
        case .mentor, .trainee: ["/me", "/trainees/\(id("trainee"))", "/trainees/\(id("trainee"))/talks"]
        case .asked: ["/me", "/me/sign-ins"]
        case .leaving, .supervisor, .integration: ["/me"]
        }
    }

    private var visitor: [String] {
        [
            "/calendar", "/interest", "/interest/receipt", "/rounds/open/application", "/rounds/open/candidacies",
            "/verification?code=\(id("code"))", "/sign-in", "/sign-in/asked", "/sign-in/code",
            "/sign-in/\(id("link"))",
        ]
    }

    private var office: [String] {
        let cohorts = ["run", "over-3", "over-1", "over-4"].flatMap { cohort in
            ["", "/gatherings", "/closing"].map { "/staff/cohorts/\(cohort)\($0)" }
        }
        let gatherings = ["gathering", "gathering.4", "gathering.5", "seminar.2"].map {
            "/staff/cohorts/run/gatherings/\(id($0))"
        }
        let trainees = ["trainee", "trainee.4", "trainee.2", "trainee.12", "trainee.14", "trainee.16"].flatMap { name in
            ["/closing", "/project", "/people"].map { "/trainees/\(id(name))\($0)" }
        }
        let rooms = [
            "/staff", "/staff/integrations", "/staff/billing", "/staff/billing/parties", "/staff/messages",
            "/staff/people", "/staff/tokens", "/styleguide",
            "/staff/rounds/pool/candidacies/\(id("pool.candidacy.11"))",
        ]
        let rounds = ["plan-1", "plan-4", "shut-1", "end-1", "pool"].map { "/staff/rounds/\($0)" }
        return Array([rooms, cohorts, gatherings, trainees, rounds, endpoints("/staff")].joined())
    }

    /// Those that are kept for being switched off, on and away.
    private func endpoints(_ room: String) -> [String] {
        ["DisableWebhook", "RemoveWebhook"].flatMap { id("\($0).only").split(separator: " ").map(String.init) }
            .filter { $0.hasPrefix(room) }
    }

    private var employer: [String] {
        let rooms = ["pool", "ranking", "offers", "nominations"].map { "/employer/north/\($0)?round=pool" }
        let demand = ["/employer/north/demand?round=plan-1", "/employer/north/demand?round=plan-2"]
        let trainees = ["trainee.5", "trainee.2", "trainee"].flatMap { name in
            ["/closing", "/people"].map { "/trainees/\(id(name))\($0)" }
        }
        let more = [
            compared("north"), "/employer/north", "/employer/north/integrations", "/employer/north/invoices",
            "/employer/north/trainees",
        ]
        return Array([more, rooms, pooled("north"), demand, trainees, endpoints("/employer")].joined())
    }

    /// The first candidate is the one whom both employers have assessed.
    private func pooled(_ employer: String) -> [String] {
        ["candidacy", "pool.candidacy.9", "pool.candidacy.10"].map { "/employer/\(employer)/pool/\(id($0))" }
    }

    private func compared(_ employer: String) -> String {
        let two = ["candidacy", "pool.candidacy.9"].map { "candidacy=\(id($0))" }.joined(separator: "&")
        return "/employer/\(employer)/pool/comparison?\(two)"
    }

    private func offered(_ number: String) -> [String] {
        own("pool.candidacy.\(number)").flatMap { own in
            let offer = "\(own)/offers/\(id("offer.\(number)"))"
            return [own, offer, offer + "/acceptance", offer + "/refusal"]
        }
    }

    private func own(_ name: String) -> [String] { captures[name].map { ["/candidacies/\($0)"] } ?? [] }
    private func id(_ name: String) -> String { captures[name] ?? "-" }
}
