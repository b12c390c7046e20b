package import Convene
import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The operating system's user, who is the actor at the terminal.
enum SystemUser {
    static var actor: Actor { Actor(kind: .terminal, name: name) }

    private static var name: String {
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else {
            return "uid \(getuid())"
        }
        return String(cString: name)
    }
}

extension Premises {
    /// This process as the sender of the register's mail. What goes to files can be thrown away, so
    /// there it does not matter where the register lies.
    package var sender: Sender {
        var sender = Sender.thisProcess
        if settings.mail.url?.hasPrefix("file:") == false { sender.home = .of(settings.database) }
        return sender
    }
}

extension RegisterHome {
    /// Where this file lies; nothing where there is none.
    static func of(_ path: String) -> RegisterHome? {
        var found = stat()
        guard stat(path, &found) == 0 else { return nil }
        return RegisterHome(file: UInt64(found.st_ino), machine: machine)
    }

    /// The number of the machine, machine-id(5), where it has one of its own.
    private static var machine: String? {
        guard let text = try? String(contentsOfFile: "/etc/machine-id", encoding: .utf8) else {
            return nil
        }
        let number = text.prefix { $0.isASCII && $0.isHexDigit }
        return number.count == 32 ? String(number) : nil
    }
}

extension Sender {
    /// This process as a sender: machine, process number and when it started, by which another
    /// process of the same machine can tell that it is gone.
    package static var thisProcess: Sender {
        let host = ProcessInfo.processInfo.hostName
        let owner = Running(pid: getpid()).map { "\(host)/\($0.text)" } ?? "\(host)/\(getpid())"
        return Sender(owner: owner) { other in
            let parts = other.split(separator: "/")
            guard parts.count == 3, parts[0] == host, let pid = Int32(parts[1]) else {
                return false
            }
            return Running(pid: pid)?.text != "\(parts[1])/\(parts[2])"
        }
    }
}

/// A process that runs, told apart from a later one with the same number by its start.
private struct Running {
    let text: String

    init?(pid: pid_t) {
        guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
            let name = stat.lastIndex(of: ")")
        else { return nil }
        // Field 22 of proc(5), counted on from the one after the name in parentheses.
        let fields = stat[name...].split(separator: " ")
        guard fields.count > 20 else { return nil }
        text = "\(pid)/\(fields[20])"
    }
}
