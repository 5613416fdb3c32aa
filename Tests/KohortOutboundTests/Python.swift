import Foundation

/// Runs the scripts of Tests/e2e with the interpreter named by KOHORT_PYTHON, or else `python3`.
enum Python {
    static let scripts = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "e2e")

    static let hasServer = (try? output(of: python(["-c", needs]))) != nil
    static let missing = "needs openssl, and python3 with Tests/e2e/*/requirements.txt"
    private static let needs =
        "import aiosmtpd, standardwebhooks, shutil, sys; sys.exit(not shutil.which('openssl'))"

    /// A process not yet started, in one of the folders of Tests/e2e.
    static func python(_ arguments: [String], in folder: String = "smtp") -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let interpreter = ProcessInfo.processInfo.environment["KOHORT_PYTHON"] ?? "python3"
        process.arguments = [interpreter, "-B"] + arguments
        process.currentDirectoryURL = scripts.appending(path: folder)
        process.standardError = FileHandle.nullDevice
        return process
    }

    /// What the process printed, given the input; throws when it failed.
    static func output(of process: Process, input: [UInt8] = []) throws -> Data {
        let (stdin, stdout) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (stdin, stdout)
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: Data(input))
        try stdin.fileHandleForWriting.close()
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(status: process.terminationStatus) }
        return output
    }

    /// Runs a server for the length of `body`, which gets its port and its folder.
    static func serve(
        _ script: [String], in name: String, body: (Int, URL) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kohort-\(name)-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = python([script[0], folder.path] + script.dropFirst(), in: name)
        let (stdin, stdout) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (stdin, stdout)
        try process.run()
        defer {
            // Not terminate(): a child inherits the mask of a dispatch thread, where SIGTERM is blocked.
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            try? stdin.fileHandleForWriting.close()
        }
        let line = try firstLine(of: stdout.fileHandleForReading)
        guard let port = Int(line) else { throw NotStarted(said: line) }
        try await body(port, folder)
    }

    private static func firstLine(of output: FileHandle) throws -> String {
        var line = Data()
        while let byte = try output.read(upToCount: 1), byte != Data("\n".utf8) { line += byte }
        return String(decoding: line, as: UTF8.self)
    }

    struct Failed: Error { let status: Int32 }
    struct NotStarted: Error { let said: String }
}
