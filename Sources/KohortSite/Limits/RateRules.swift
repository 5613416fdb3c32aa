import Billing
import Delivery
import KohortApp
import KohortStore
import KohortWeb
import Recruitment
import Reporting
import Tenancy

extension RateRule {
    /// How often what may be done; Docs/operations.md says the same in words. A school's or an office's network counts as
    /// one, hence the numbers: they stop guessing and flooding, and nobody's evening before the deadline.
    static let all: [RateRule] = [
        RateRule(
            "sign-in", RateLimit(60, each: .seconds(600)), per: .address,
            .entry(UseSignInLink.name), .entry(BeginProviderAttempt.name), .entry(TakeProviderAttempt.name),
            .entry(TryPassword.name), .entry(SignInWithPassword.name)),
        RateRule("sign-in-link", RateLimit(30, each: .seconds(600)), per: .address, .entry(AskForSignIn.name)),
        RateRule(
            "provider-sign-out", RateLimit(600, each: .seconds(600)), per: .address,
            .entry(EndProviderSessions.name)),
        RateRule(
            "apply", RateLimit(120, each: .seconds(600)), per: .address,
            .entry(ApplyForPlaces.name), .entry(SaveDraft.name)),
        RateRule("interest", RateLimit(20, each: .seconds(600)), per: .address, .entry(RegisterInterest.name)),
        RateRule(
            "upload", RateLimit(60, each: .seconds(600)), per: .account,
            .entry(ChangeCandidacy.name), .entry(HandInProject.name)),
        RateRule(
            "mail", RateLimit(120, each: .seconds(600)), per: .account,
            .entry(MailInvoice.name), .entry(RetryMessage.name), .entry(InviteToRole.name), .entry(InviteAgain.name),
            .entry(AskForNewAddress.name)),
        RateRule("verification", RateLimit(30, each: .seconds(60)), per: .address, .entry(VerifyDocument.name)),
        RateRule(
            RateRule.export, RateLimit(120, each: .seconds(600)), per: .account,
            .entry(IssuedDocumentFile.name), .entry(ExportCandidacies.name),
            .pattern("/{tenant}/report/results.csv")),
        RateRule(
            "webhook-test", RateLimit(60, each: .seconds(600)), per: .account,
            .entry(AddWebhook.name), .entry(ReplayDelivery.name), .entry(ReplayWebhook.name)),
    ]

    /// Whether data leaves by such a route.
    static func isExport(_ entry: Route.Entry, _ pattern: String) -> Bool {
        all(entry, pattern).contains { $0.name == export }
    }

    /// The lines that a route is counted by.
    static func all(_ entry: Route.Entry, _ pattern: String) -> [RateRule] {
        switch entry {
        case .command(let name), .query(let name): (byTarget[.entry(name)] ?? []) + (byTarget[.pattern(pattern)] ?? [])
        case .plumbing: []
        }
    }

    private static let byTarget: [Target: [RateRule]] = all.reduce(into: [:]) { rules, rule in
        for target in rule.targets { rules[target, default: []].append(rule) }
    }
}
