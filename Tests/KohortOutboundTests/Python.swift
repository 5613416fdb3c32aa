import Foundation

/// Runs the scripts of Tests/e2e/smtp with the interpreter named by KOHORT_PYTHON, or else `python3`.
enum Python {
    static let scripts = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "e2e/smtp")

    static let hasServer = (try? output(of: python(["-c", "import aiosmtpd"]))) != nil
    static let missing = "needs python3 with aiosmtpd: pip install -r Tests/e2e/smtp/requirements.txt"

    /// A process not yet started.
    static func python(_ arguments: [String]) -> Process {
        command([ProcessInfo.processInfo.environment["KOHORT_PYTHON"] ?? "python3"] + arguments)
    }

    static func command(_ words: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.currentDirectoryURL = scripts
        process.standardError = FileHandle.nullDevice
        return process
    }

    /// What the process printed, given the input; throws when it failed.
    @discardableResult
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

    struct Failed: Error { let status: Int32 }
}
