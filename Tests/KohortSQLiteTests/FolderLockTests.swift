import Foundation
import KohortSQLite
import KohortStore
import KohortTesting
import Testing

struct FolderLockTests {
    @Test func `a second owner is refused and told who is the first`() throws {
        let folder = try TestFolder()
        let lock = try FolderLock(folder.path)
        let process = ProcessInfo.processInfo.processIdentifier
        #expect(throws: StoreFault.locked("\(folder.path) is in use by process \(process)")) {
            try FolderLock(folder.path)
        }
        withExtendedLifetime(lock) {}
    }

    @Test func `another process is refused while the lock is held, and not afterwards`() throws {
        let folder = try TestFolder()
        var lock: FolderLock? = try FolderLock(folder.path)
        #expect(try isFree(folder) == false)
        withExtendedLifetime(lock) {}
        lock = nil
        #expect(try isFree(folder))
        _ = try FolderLock(folder.path)
    }

    @Test func `a folder that is given back is another's to take, and giving it back again takes nothing away`() throws
    {
        let folder = try TestFolder()
        let first = try FolderLock(folder.path)
        #expect(try isFree(folder) == false)
        first.release()
        #expect(try isFree(folder))
        let second = try FolderLock(folder.path)
        first.release()
        #expect(try isFree(folder) == false)
        withExtendedLifetime(second) {}
    }

    @Test func `the folder is made where there is none`() throws {
        let folder = try TestFolder()
        let lock = try FolderLock(folder.path + "/data/kohort")
        #expect(FileManager.default.fileExists(atPath: folder.path + "/data/kohort/lock"))
        withExtendedLifetime(lock) {}
    }

    @Test func `a refused owner closes nothing that is not its own`() async throws {
        let folder = try TestFolder()
        let lock = try FolderLock(folder.path)
        async let refusals: Void = {
            for _ in 0..<5000 { _ = try? FolderLock(folder.path) }
        }()
        var lost = 0
        for _ in 0..<50_000 {
            let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
            if close(descriptor) != 0 { lost += 1 }
        }
        await refusals
        #expect(lost == 0)
        withExtendedLifetime(lock) {}
    }

    private func isFree(_ folder: TestFolder) throws -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/flock")
        process.arguments = ["--nonblock", folder.path + "/lock", "true"]
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
