using System.Runtime.InteropServices;

namespace CorridorTwin.Cli;

/// <summary>Ctrl-C and termination: the first asks the work to end and report what it has, the second ends the process as the system does.</summary>
internal sealed class Interruption : IDisposable
{
    private const int Interrupt = 2;

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] signals;

    public Interruption()
    {
        // Scripts start background commands with SIGINT ignored, and the runtime would leave it so: a long experiment could not be ended from there.
        if (!OperatingSystem.IsWindows()) SetDisposition(Interrupt, 0);
        signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask)];
    }

    /// <summary>Cancelled at the first signal.</summary>
    public CancellationToken Token => source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in signals) signal.Dispose();
        source.Dispose();
    }

    private void Ask(PosixSignalContext context)
    {
        if (source.IsCancellationRequested) return;
        context.Cancel = true;
        source.Cancel();
    }

    [DllImport("libc", EntryPoint = "signal")]
    private static extern nint SetDisposition(int signal, nint disposition);
}
