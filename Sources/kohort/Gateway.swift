import ArgumentParser
import Foundation
import Glibc
import KohortApp
import KohortOutbound
import KohortStore

/// The options that every command takes, and the way from the command to the installation.
struct Gateway: ParsableArguments {
    @Option(help: "The settings file.", completion: .file(extensions: ["yaml", "yml"])) var config: String?
    @Option(help: "The data folder.", completion: .directory) var data: String?
    @Flag(help: "Answer in JSON.") var json = false

    /// Asks the daemon, or answers here where no daemon has the folder; both by the same function. On a terminal it
    /// shows meanwhile how far what is `watched` has come.
    func call<Call: OperatorCall>(_ call: Call, watching watched: Watched? = nil) async throws -> Call.Answer {
        do {
            let settings = try await settings()
            if let answer = try await Self.ask(call, settings, watched) { return answer }
            return try await answerHere(call, settings, watched)
        } catch let broken as SocketBroken {
            throw refusal("daemon.broke_off", "The daemon broke off (\(broken.code)): see whether the work was done.")
        } catch {
            throw Failure(problem: OperatorProblem(of: error), asJSON: json)
        }
    }

    /// What the tool itself refuses, in the form of what an installation refuses.
    func refusal(_ code: String, _ sentence: String) -> Failure {
        Failure(problem: OperatorProblem(code, [sentence]), asJSON: json)
    }

    private func settings() async throws -> Settings {
        var settings = try await Settings.read(file: config)
        if let data { settings.move(to: data) }
        return settings
    }

    /// Nil where no daemon listens.
    private static func ask<Call: OperatorCall>(_ call: Call, _ settings: Settings, _ watched: Watched?) async throws
        -> Call.Answer?
    {
        guard let watched else { return try await ask(call, settings) }
        let look = ShowArchiveWork(path: watched.path)
        return try await watched.shown({ (try? await ask(look, settings))?.flatMap(\.self) }) {
            try await ask(call, settings)
        }
    }

    private static func ask<Call: OperatorCall>(_ call: Call, _ settings: Settings) async throws -> Call.Answer? {
        let request = try JSONEncoder().encode(call)
        return try await SocketCall(socket: settings.socket).post("/calls/\(Call.name)", request).map(read)
    }

    private static func read<Answer: Decodable>(_ answer: SocketCall.Answer) throws -> Answer {
        guard answer.status == 200 else { throw try JSONDecoder().decode(OperatorProblem.self, from: answer.body) }
        return try JSONDecoder().decode(Answer.self, from: answer.body)
    }

    private func answerHere<Call: OperatorCall>(_ call: Call, _ settings: Settings, _ watched: Watched?) async throws
        -> Call.Answer
    {
        let mayBeThere = settings.postgres != nil || FileManager.default.fileExists(atPath: settings.data)
        guard Call.makesInstallation || mayBeThere else {
            throw OperatorProblem(
                "data.none",
                ["There is no installation in \(settings.data): name it by --data, --config or KOHORT_DATA."])
        }
        // Whatever is made is its owner's alone, as in the daemon.
        umask(0o077)
        let kohort = try await Kohort.open(settings)
        let answer: Call.Answer
        do { answer = try await Self.answer(call, in: kohort, watched) } catch {
            try await kohort.close()
            throw error
        }
        try await kohort.close()
        return answer
    }

    private static func answer<Call: OperatorCall>(_ call: Call, in kohort: Kohort, _ watched: Watched?) async throws
        -> Call.Answer
    {
        guard let watched else { return try await call.answer(in: kohort) }
        let look = ShowArchiveWork(path: watched.path)
        return try await watched.shown({ (try? await look.answer(in: kohort)).flatMap(\.self) }) {
            try await call.answer(in: kohort)
        }
    }

    /// Prints an answer: as JSON when asked for, or as the lines that `text` makes.
    func show<Answer: Encodable>(_ answer: Answer, _ text: (Answer) -> [String]) throws {
        if json {
            print(try Self.text(of: answer, [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]))
        } else {
            for line in text(answer) { print(line) }
        }
    }

    /// JSON with the keys of the JSON API's manner.
    static func text(of value: some Encodable, _ form: JSONEncoder.OutputFormatting) throws -> String {
        let encoder = JSONEncoder()
        (encoder.outputFormatting, encoder.keyEncodingStrategy) = (form, .convertToSnakeCase)
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

/// A refusal as the shell sees it: sentences on standard error, or a JSON object of them, and exit code 1.
struct Failure: Error {
    let problem: OperatorProblem
    let asJSON: Bool

    var text: String {
        guard asJSON, let json = try? Gateway.text(of: problem, [.sortedKeys, .withoutEscapingSlashes]) else {
            return problem.lines.map { "Error: \($0)" }.joined(separator: "\n")
        }
        return json
    }
}
