import Foundation

/// Runs the scripts of Tests/e2e/smtp with the interpreter named by KOHORT_PYTHON, or else `python3`.
enum Python {
    static let scripts = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "e2e/smtp")

    static let hasServer = (try? output(of: python(["-c", needs]))) != nil
    static let missing = "needs openssl, and python3 with Tests/e2e/smtp/requirements.txt"
    private static let needs = "import aiosmtpd, shutil, sys; sys.exit(not shutil.which('openssl'))"

    /// A process not yet started.
    static func python(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let interpreter = ProcessInfo.processInfo.environment["KOHORT_PYTHON"] ?? "python3"
        process.arguments = [interpreter, "-B"] + arguments
        process.currentDirectoryURL = scripts
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

    struct Failed: Error { let status: Int32 }
}
