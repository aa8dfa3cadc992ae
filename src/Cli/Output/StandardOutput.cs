using System.Runtime.InteropServices;

namespace CorridorTwin.Cli.Output;

/// <summary>Standard output on Unix, which says when nobody reads any more.</summary>
/// <remarks>
/// The console's own stream swallows a closed pipe, and the command would work on for nobody; a file stream over the descriptor keeps
/// an offset of its own and would write over what other commands put into the same file.
/// </remarks>
internal sealed class StandardOutput : Stream
{
    private const int Interrupted = 4;
    private const int BrokenPipe = 32;
    private const int TryAgainLinux = 11;
    private const int TryAgainMac = 35;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The stream for this system.</summary>
    public static Stream Open() => OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new StandardOutput();

    /// <inheritdoc/>
    /// <exception cref="BrokenPipeException">Nobody reads.</exception>
    public override void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            nint written = WriteTo(1, ref MemoryMarshal.GetReference(bytes), bytes.Length);
            if (written >= 0)
            {
                bytes = bytes[(int)written..];
                continue;
            }
            int error = Marshal.GetLastPInvokeError();
            if (error == BrokenPipe) throw new BrokenPipeException();
            if (error is TryAgainLinux or TryAgainMac) Thread.Sleep(5);
            else if (error != Interrupted) throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    private static extern nint WriteTo(int descriptor, ref byte buffer, nint count);
}

/// <summary>Whoever read the results has gone.</summary>
internal sealed class BrokenPipeException : IOException;
