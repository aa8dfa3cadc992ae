namespace CorridorTwin.Dashboard.Live;

/// <summary>How the dashboard stands to the twin's file.</summary>
public enum TwinStanding
{
    /// <summary>There is no file yet: nothing has been told to the twin. The first event makes it.</summary>
    Absent,

    /// <summary>The dashboard keeps the file: it takes events.</summary>
    Keeping,

    /// <summary>Another process writes the file: the state is shown, some seconds old; events are refused here.</summary>
    InUse,

    /// <summary>The file cannot be used; <see cref="TwinRoom.Problem"/> says why.</summary>
    Unusable,
}
