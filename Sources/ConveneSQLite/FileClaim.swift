#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Opens a file that must not be there yet, for its owner only; below zero when it can't.
///
/// FoundationEssentials can't set the permissions of a file in the moment that it makes it.
func openNew(_ path: String) -> Int32 {
    open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
}

func closeFile(_ descriptor: Int32) {
    _ = close(descriptor)
}
