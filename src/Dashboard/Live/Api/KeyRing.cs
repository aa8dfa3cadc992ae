using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Twin.Keys;
using Microsoft.Data.Sqlite;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>The keys of the twin's file, as the command line may change them at any time: each request is judged by the file as it is then.</summary>
internal sealed class KeyRing(TwinRoom room) : IDisposable
{
    private readonly Lock gate = new();
    private ApiKeys? keys;

    /// <summary>The good key of a text; null if there is none.</summary>
    public ApiKey? Find(string text)
    {
        try
        {
            return Opened()?.Find(text);
        }
        catch (SqliteException)
        {
            // Without the file nobody can be let in.
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => keys?.Dispose();

    private ApiKeys? Opened()
    {
        lock (gate)
        {
            if (keys is not null || !File.Exists(room.Path)) return keys;
            try
            {
                keys = ApiKeys.Open(room.Path, make: false);
            }
            catch (InputException)
            {
                return null;
            }
            return keys;
        }
    }
}
