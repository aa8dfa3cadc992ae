namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>How far a calibration of a post is.</summary>
/// <param name="Searched">Sides searched; each counts twice where days are held out.</param>
/// <param name="Searches">Sides to be searched.</param>
/// <param name="Candidates">Candidates emulated so far.</param>
public readonly record struct CalibrationProgress(int Searched, int Searches, int Candidates);
