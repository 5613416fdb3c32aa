import Delivery
import KohortCore
import KohortStore
import Recruitment
import Tenancy

/// KS's demo cohort in the middle of its eighteen months. What its people do is written down for the whole of them, and
/// what has come to pass by today is played, each act at the time when it was.
struct DemoKS: Sendable {
    private let open: TenantStore
    private let kohort: Kohort
    private let months: DemoMonths

    init(_ open: TenantStore, _ kohort: Kohort, _ months: DemoMonths) {
        (self.open, self.kohort, self.months) = (open, kohort, months)
    }

    func fill() async throws {
        let stage = try await DemoStage(open, at: kohort.clock.now, months)
        let acts =
            try DemoStart(stage).acts + DemoGatherings(stage).acts + DemoFollowing(stage).acts + DemoTurns(stage).acts
            + DemoBilling(stage).acts
        try await ([ending] + acts + [listening, deciding]).play(on: stage)
    }

    /// The round of 2011, which the definition has, is over.
    private var ending: DemoAct {
        let day = months.day(-2)
        return DemoAct(day) { stage in
            for round in try await open.store.fetch(RoundList(), by: .operator, at: stage.now) {
                try await stage.perform(CloseRound(round: round.id), by: .lead, on: day)
            }
        }
    }

    /// Other systems that hear of it; nobody answers at these addresses (RFC 2606).
    private var listening: DemoAct {
        let today = months.today
        return DemoAct(today) { stage in
            let employer = try stage.organisation("fjordvik")
            let owners: [(OrganisationID?, DemoActor, String)] = [
                (nil, .lead, "hooks.ks.example"), (employer, .coordinator("fjordvik"), "personal.fjordvik.example"),
            ]
            for (owner, who, host) in owners {
                let request = SecretRequest(by: try await stage.actor(who, on: today), at: stage.now)
                _ = try await kohort.addWebhook(
                    "https://\(host)/kohort", events: ["delivery.*"], of: owner, to: open, request)
            }
        }
    }

    /// The first that they hear of.
    private var deciding: DemoAct {
        DemoAct(
            months.today, .lead,
            FixContent(gathering: DemoPeople.gathering(6), content: "Hva kommunen vil være kjent for"))
    }
}
