import ArgumentParser
import Foundation
import KohortApp
import KohortOutbound
import KohortStore

/// The options that every command takes, and the way from the command to the installation.
struct Gateway: ParsableArguments {
    @Option(help: "The settings file.") var config: String?
    @Option(help: "The data folder.") var data: String?
    @Flag(help: "Answer in JSON.") var json = false

    /// Asks the daemon, or answers here where no daemon has the folder; both by the same function.
    func call<Call: OperatorCall>(_ call: Call) async throws -> Call.Answer {
        do {
            let settings = try await settings()
            let request = try JSONEncoder().encode(call)
            if let answer = await SocketCall(socket: settings.socket).post("/calls/\(Call.name)", request) {
                return try Self.read(answer)
            }
            return try await answerHere(call, settings)
        } catch {
            throw Failure(problem: OperatorProblem(of: error), asJSON: json)
        }
    }

    private func settings() async throws -> Settings {
        var settings = try await Settings.read(file: config)
        if let data { settings.move(to: data) }
        return settings
    }

    private static func read<Answer: Decodable>(_ answer: SocketCall.Answer) throws -> Answer {
        guard answer.status == 200 else { throw try JSONDecoder().decode(OperatorProblem.self, from: answer.body) }
        return try JSONDecoder().decode(Answer.self, from: answer.body)
    }

    private func answerHere<Call: OperatorCall>(_ call: Call, _ settings: Settings) async throws -> Call.Answer {
        let kohort = try await Kohort.open(settings)
        let answer: Call.Answer
        do { answer = try await call.answer(in: kohort) } catch {
            try await kohort.close()
            throw error
        }
        try await kohort.close()
        return answer
    }

    /// Prints an answer: as JSON when asked for, or as the lines that `text` makes.
    func show<Answer: Encodable>(_ answer: Answer, _ text: (Answer) -> [String]) throws {
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(answer), as: UTF8.self))
        } else {
            for line in text(answer) { print(line) }
        }
    }
}

/// A refusal as the shell sees it: lines on standard error and exit code 1.
struct Failure: Error, CustomStringConvertible {
    let problem: OperatorProblem
    let asJSON: Bool

    var description: String {
        guard asJSON, let json = try? JSONEncoder().encode(problem) else {
            return problem.lines.joined(separator: "\n")
        }
        return String(decoding: json, as: UTF8.self)
    }
}
