import Foundation

/// What an operator asks of an installation, as a value that travels: over the daemon's socket while it runs, or in
/// the CLI's own process when nobody has the data folder. Both go through `OperatorCalls.answer`.
package protocol OperatorCall: Sendable, Codable {
    associatedtype Answer: Sendable & Codable
    /// Whether it may be the first that is ever asked of a data folder. Anything else is refused where there is none.
    static var makesInstallation: Bool { get }
    func answer(in kohort: Kohort) async throws -> Answer
}

extension OperatorCall {
    package static var name: String { "\(Self.self)" }
    package static var makesInstallation: Bool { false }
}

/// The calls there are, by name.
package enum OperatorCalls {
    private static let types: [any OperatorCall.Type] = [
        ApplyDefinitionFile.self, ListTenants.self, ShowTenant.self, ChangeTenantState.self, PurgeDeletedTenants.self,
        SweepTenants.self, MigrationStatus.self, Doctor.self, DemoLinks.self,
        ExportTenant.self, ImportTenant.self, BackupTenants.self, VerifyArchive.self, RestoreArchive.self,
        ShowArchiveWork.self,
        MakeToken.self, MakeInvitation.self, MailInvitation.self, MakeApplicantLink.self, ResetPasswordOf.self,
        ListProviders.self, PutProvider.self, DropProvider.self, CheckProvider.self,
        ListOutbox.self, RetryOutbox.self,
        ListWebhooks.self, ListDeliveries.self, MakeWebhook.self, RenewWebhookSecret.self, ChangeWebhook.self,
        ReplayEvents.self,
        ShowRound.self, ReportFunnel.self, ReportResults.self, ListCohorts.self, ShowCohort.self,
        ListInvoices.self, ExportInvoices.self,
    ]
    private static let all: [String: any OperatorCall.Type] = Dictionary(
        uniqueKeysWithValues: types.map { ("\($0)", $0) })

    static var names: [String] { all.keys.sorted() }

    /// Answers a call by name, JSON in and JSON out; what goes wrong is thrown as an `OperatorProblem`.
    package static func answer(_ name: String, _ body: Data, in kohort: Kohort) async throws(OperatorProblem) -> Data {
        guard let type = all[name] else {
            throw OperatorProblem("call.unknown", ["This daemon has no call \(name): are both of one version?"])
        }
        do { return try await answer(type, body, in: kohort) } catch { throw OperatorProblem(of: error) }
    }

    private static func answer<Call: OperatorCall>(_ type: Call.Type, _ body: Data, in kohort: Kohort) async throws
        -> Data
    {
        let call = try JSONDecoder().decode(type, from: body)
        return try JSONEncoder().encode(try await call.answer(in: kohort))
    }
}
