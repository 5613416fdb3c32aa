import Foundation
import Testing

extension RoundStory {
    /// By the real `kohort`, which takes the folder once the daemon has left it.
    func theOperatorReadsTheSame() async throws {
        try await installation.close()
        let report = ["report", "funnel", "--tenant", Self.tenant]
        #expect(try installation.kohort(report + ["--csv"]) == Self.table)
        let figures = try JSONDecoder().decode(Figures.self, from: Data(installation.kohort(report + ["--json"]).utf8))
        #expect(figures == Figures(persons: 400, candidacies: 402, withdrawn: 2, positions: 12, nominations: 1))
        let tenants = try installation.kohort(["tenant", "list"]).split(separator: "\n").map {
            $0.split(separator: " ")
        }
        #expect(tenants.map { $0.prefix(2) } == [[Neighbour.tenant[...], "active"], [Self.tenant[...], "active"]])
    }

    private struct Figures: Decodable, Equatable { let persons, candidacies, withdrawn, positions, nominations: Int }

    /// As a Nordic Excel opens it by double click.
    private static let table =
        "\u{FEFF}"
            + """
            figure;of;count
            persons;;400
            candidacies;;402
            withdrawn;;2
            positions;;12
            persons per position;;33,3
            nominations;;1
            positions;alvsbyn;1
            positions;nordmaling;1
            positions;norsjo;1
            positions;ornskoldsvik;2
            positions;pitea;1
            positions;skelleftea;2
            positions;umea;3
            positions;vannas;1
            persons;alvsbyn;78
            persons;nordmaling;78
            persons;norsjo;78
            persons;ornskoldsvik;45
            persons;pitea;78
            persons;skelleftea;77
            persons;umea;80
            persons;vannas;78
            persons per position;alvsbyn;78,0
            persons per position;nordmaling;78,0
            persons per position;norsjo;78,0
            persons per position;ornskoldsvik;22,5
            persons per position;pitea;78,0
            persons per position;skelleftea;38,5
            persons per position;umea;26,7
            persons per position;vannas;78,0
            persons by channel;arbetsformedlingen;80
            persons by channel;local-media;80
            persons by channel;press;0
            persons by channel;traineeguiden;160
            persons by channel;not said;80
            persons in stage;submitted;400
            persons in stage;qualified;27
            persons in stage;ranked;27
            persons in stage;offered;14
            persons in stage;accepted;12

            """.replacing("\n", with: "\r\n")
}

extension Installation {
    /// What the tool prints about this folder.
    func kohort(_ arguments: [String]) throws -> String {
        let (tool, output) = (Process(), Pipe())
        tool.executableURL = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "kohort")
        tool.arguments = arguments + ["--data", path]
        tool.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        tool.standardOutput = output
        try tool.run()
        let printed = try output.fileHandleForReading.readToEnd() ?? Data()
        tool.waitUntilExit()
        #expect(tool.terminationStatus == 0)
        return String(decoding: printed, as: UTF8.self)
    }
}
