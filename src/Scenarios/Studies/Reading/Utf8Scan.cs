using System.Text;
using System.Text.Unicode;

namespace CorridorTwin.Scenarios.Studies.Reading;

/// <summary>Finds out whether bytes are UTF-8, Latin-1 or a mixture, as they pass.</summary>
internal sealed class Utf8Scan
{
    private readonly byte[] carry = new byte[4];
    private int carried;
    private long good;
    private long bad;
    private bool zeros;

    /// <summary>Takes the next bytes.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        zeros |= bytes.Contains((byte)0);
        // A character may lie across two blocks: its beginning is put before the next.
        if (carried > 0)
        {
            byte[] joined = [.. carry.AsSpan(0, carried), .. bytes];
            carried = 0;
            Scan(joined);
        }
        else Scan(bytes);
    }

    private void Scan(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            int at = bytes.IndexOfAnyExceptInRange((byte)0, (byte)127);
            if (at < 0) return;
            bytes = bytes[at..];
            switch (Rune.DecodeFromUtf8(bytes, out _, out int length))
            {
                case System.Buffers.OperationStatus.Done: good++; break;
                case System.Buffers.OperationStatus.NeedMoreData:
                    bytes.CopyTo(carry);
                    carried = bytes.Length;
                    return;
                default: bad++; break;
            }
            bytes = bytes[length..];
        }
    }

    /// <summary>The encoding of what passed, and what to say of it; null if it is not text.</summary>
    public (Encoding Encoding, Bilingual? Note)? Encoding(ReadOnlySpan<byte> start, Encoding utf8)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (System.Text.Encoding.Unicode, null);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return (System.Text.Encoding.BigEndianUnicode, null);
        if (zeros) return null;
        bad += carried > 0 ? 1 : 0;
        if (bad == 0) return (utf8, null);
        if (good >= bad) return (utf8, new($"{bad} caracteres no son UTF-8: sus filas se rechazan si caen en una columna usada", $"{bad} characters are not UTF-8: their rows are rejected where they fall into a column that is used"));
        return (System.Text.Encoding.Latin1, new("codificado en Latin-1 (Windows), no en UTF-8: leído así", "encoded as Latin-1 (Windows), not UTF-8: read as such"));
    }
}
