import ConveneCommands

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The admin's terminal.
@main
enum Convene {
    static func main() async {
        exit(await ConveneCommand.run(Array(CommandLine.arguments.dropFirst())))
    }
}
