using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Twin.Ingest;

/// <summary>
/// Replaces what identifies a vehicle, a driver or a document by a keyed pseudonym (HMAC-SHA-256) before anything is stored or logged.
/// The same plate gives the same pseudonym under one key; without the key nobody can try plates out.
/// </summary>
public sealed class Pseudonyms(byte[] key)
{
    private static readonly HashSet<string> Identifying = new(StringComparer.OrdinalIgnoreCase)
    {
        "plate", "placa", "tag", "epc", "tid", "vin", "chasis", "driver", "conductor", "license", "licencia", "passport", "pasaporte", "dui", "name", "nombre",
        "phone", "telefono", "email", "container", "contenedor", "trailer", "remolque", "carrier", "transportista", "ref", "imei",
    };

    /// <summary>The key beside a file of the twin; made on first use, readable by its owner only.</summary>
    public static Pseudonyms Beside(string path)
    {
        string file = path + ".key";
        if (!File.Exists(file))
        {
            string made = $"{file}.{Guid.NewGuid():N}.tmp";
            var owners = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) owners.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var stream = new FileStream(made, owners))
                stream.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))));
            try
            {
                File.Move(made, file, overwrite: false);
            }
            catch (IOException)
            {
                File.Delete(made);
            }
        }
        return new Pseudonyms(Convert.FromHexString(File.ReadAllText(file).Trim()));
    }

    /// <summary>The event without what identifies. Simulated trucks have pseudonyms already.</summary>
    public BorderEvent Apply(BorderEvent e) => e.Src == EventSource.Sim ? e : e with
    {
        Unit = e.Unit is { } unit ? OfPlate(unit) : null,
        Trip = e.Trip is { } trip ? "P" + Keyed("trip", trip) : null,
        Doc = e.Doc is { Ref: { } reference } doc ? doc with { Ref = "D" + Keyed("doc", reference) } : e.Doc,
        Ext = e.Ext.Other is { } other ? e.Ext with { Other = Cleaned(other) } : e.Ext,
    };

    /// <summary>The pseudonym of a plate or tag, as read: letters in capitals, without spaces and dashes, look-alikes as one, a plate read twice in one as once.</summary>
    public string OfPlate(string read) => "U" + Keyed("unit", Normal(read));

    /// <summary>A plate as it is compared: cameras take I for 1, O, D and Q for 0, S for 5, Z for 2 (FHWA's plate matching does the same).</summary>
    public static string Normal(string read)
    {
        var normal = new StringBuilder(read.Length);
        foreach (char c in read.ToUpperInvariant())
            if (char.IsLetterOrDigit(c)) normal.Append(c switch { 'I' => '1', 'O' or 'D' or 'Q' => '0', 'S' => '5', 'Z' => '2', _ => c });
        int half = normal.Length / 2;
        string text = normal.ToString();
        return text.Length >= 8 && text.Length % 2 == 0 && text[..half] == text[half..] ? text[..half] : text;
    }

    private string Keyed(string use, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{use}\n{text}")).AsSpan(0, 10));

    private string Cleaned(string other)
    {
        using JsonDocument fields = JsonDocument.Parse(other);
        if (!fields.RootElement.EnumerateObject().Any(f => Identifying.Contains(f.Name) || f.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)) return other;
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (JsonProperty f in fields.RootElement.EnumerateObject())
                // What hides in lists and objects nobody has looked at, so it is not kept.
                if (f.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
                    json.WriteString(f.Name, Identifying.Contains(f.Name) ? Keyed("ext", f.Value.ToString()) : f.Value.ToString());
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
