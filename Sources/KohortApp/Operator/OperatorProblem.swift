import KohortCore
import KohortStore
import Tenancy

/// Why a call was refused, as the CLI prints it.
package struct OperatorProblem: Error, Hashable, Sendable, Codable {
    package let code: String
    /// One sentence each, in English, the operator's language.
    package let lines: [String]

    package init(_ code: String, _ lines: [String]) { (self.code, self.lines) = (code, lines) }
}

extension OperatorProblem: CustomStringConvertible {
    package var description: String { lines.joined(separator: "\n") }
}

extension OperatorProblem {
    /// Any error in the operator's words.
    package init(of error: any Error) {
        switch error {
        case let problem as OperatorProblem: self = problem
        case let problems as DefinitionProblems:
            self.init("definition.invalid", problems.all.map { "\($0)" })
        case let problem as SettingsProblem: self.init("setting.invalid", [problem.description])
        case StoreFault.locked(let owner): self.init("store.locked", ["\(owner)."])
        case let fault as StoreFault: self.init("store", [Self.sentence(of: fault)])
        case let fault as ArchiveFault: self.init("archive", [Self.sentence(of: fault)])
        case let rejection as Rejection: self.init(of: rejection)
        case let error as DecodingError: self.init("call.unreadable", ["\(error)"])
        default: self.init("unexpected", ["\(error)"])
        }
    }

    /// A refusal by a rule, in its sentence.
    init(conflict code: String) { self.init(code, [OperatorSentences.sentence(code)]) }

    private init(of rejection: Rejection) {
        switch rejection {
        case .invalid(let problems): self.init("invalid", problems.map(OperatorSentences.sentence(of:)))
        case .notFound: self.init("not_found", ["There is no such thing here."])
        case .forbidden: self.init("forbidden", ["This is not the operator's to do."])
        case .conflict(let code): self.init(conflict: code)
        case .gone: self.init("gone", ["It is no longer there."])
        case .tooLate(let deadline): self.init("deadline.passed", ["The deadline was \(deadline.date)."])
        }
    }

    private static func sentence(of fault: ArchiveFault) -> String {
        switch fault {
        case .file(let reason): "The file cannot be used: \(reason)."
        case .line(let number): "This is no whole archive: line \(number) is not what may stand there."
        case .cutOff: "The archive is cut off: its last line is missing."
        case .altered: "The archive is not what was written: its sums differ."
        case .otherSchema(let step): "The archive is of another version of this program (\(step)): use a newer one."
        }
    }

    private static func sentence(of fault: StoreFault) -> String {
        switch fault {
        case .full: "The disk is full: nothing was written."
        case .unavailable(let reason): "The data cannot be used now: \(reason)."
        case .interrupted(let reason): "The work was broken off and nothing was done: \(reason)."
        case .undecided(let reason): "Whether it was done is not known, look before doing it again: \(reason)."
        case .foreign(let reason): "The data cannot be used: \(reason)."
        default: "The data cannot be used: \(fault)."
        }
    }
}
