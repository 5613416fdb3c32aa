import Foundation
import Testing

extension RoundStory {
    /// By the real `kohort`, which takes the folder once the daemon has left it.
    func theOperatorReadsTheSame() async throws {
        try await installation.close()
        let report = ["report", "funnel", "--tenant", Self.tenant]
        #expect(try installation.kohort(report + ["--csv"]) == "")
        #expect(try installation.kohort(report + ["--json"]) == "")
    }
}

extension Installation {
    /// What the tool prints about this folder.
    func kohort(_ arguments: [String]) throws -> String {
        let (tool, output) = (Process(), Pipe())
        tool.executableURL = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "kohort")
        tool.arguments = arguments + ["--data", path]
        tool.standardOutput = output
        try tool.run()
        let printed = try output.fileHandleForReading.readToEnd() ?? Data()
        tool.waitUntilExit()
        #expect(tool.terminationStatus == 0)
        return String(decoding: printed, as: UTF8.self)
    }
}
