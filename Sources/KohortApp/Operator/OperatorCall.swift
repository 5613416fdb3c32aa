import Foundation
import KohortCore
import KohortStore
import Tenancy

/// What an operator asks of an installation, as a value that travels: over the daemon's socket while it runs, or in
/// the CLI's own process when nobody has the data folder. Both go through `OperatorCalls.answer`.
package protocol OperatorCall: Sendable, Codable {
    associatedtype Answer: Sendable & Codable
    func answer(in kohort: Kohort) async throws -> Answer
}

extension OperatorCall {
    package static var name: String { "\(Self.self)" }
}

/// Why a call was refused, as the CLI prints it.
package struct OperatorProblem: Error, Hashable, Sendable, Codable {
    package let code: String
    /// One line each, in English, the operator's language.
    package let lines: [String]

    package init(_ code: String, _ lines: [String]) { (self.code, self.lines) = (code, lines) }
}

/// The calls there are, by name.
package enum OperatorCalls {
    private static let types: [any OperatorCall.Type] = [
        ApplyDefinitionFile.self, ListTenants.self, ShowTenant.self, ChangeTenantState.self, PurgeDeletedTenants.self,
        MakeToken.self, MakeInvitation.self, ShowRound.self, ReportFunnel.self, ReportResults.self, ListOutbox.self,
        ListCohorts.self, ShowCohort.self,
        RetryOutbox.self,
        MigrationStatus.self, Doctor.self, DemoLinks.self,
    ]
    private static let all: [String: any OperatorCall.Type] = Dictionary(
        uniqueKeysWithValues: types.map { ("\($0)", $0) })

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

extension OperatorProblem {
    /// Any error in the operator's words.
    package init(of error: any Error) {
        switch error {
        case let problem as OperatorProblem: self = problem
        case let problems as DefinitionProblems:
            self.init("definition.invalid", problems.all.map { "\($0)" })
        case let problem as SettingsProblem: self.init("setting.invalid", [problem.description])
        case let fault as StoreFault: self.init("store", ["\(fault)"])
        case let rejection as Rejection: self.init(of: rejection)
        case let error as DecodingError: self.init("call.unreadable", ["\(error)"])
        default: self.init("unexpected", ["\(error)"])
        }
    }

    private init(of rejection: Rejection) {
        switch rejection {
        case .invalid(let problems):
            self.init("invalid", problems.map { "\($0.field): \($0.code) \($0.values.isEmpty ? "" : "\($0.values)")" })
        case .notFound: self.init("not_found", ["There is no such thing."])
        case .forbidden: self.init("forbidden", ["This is not the operator's to do."])
        case .conflict(let code): self.init(code, ["Refused: \(code)"])
        case .gone: self.init("gone", ["It is no longer there."])
        case .tooLate(let deadline): self.init("deadline.passed", ["The deadline was \(deadline.date)."])
        }
    }
}
